// Runs in front of every test file, before the file's imports: modules read the settings once, at import.
import { inject } from "vitest";
import { SETTING_NAMES } from "#lib/config/config.ts";

for (const name of SETTING_NAMES) delete process.env[name];
process.env.DATA_DIR = inject("dataDir");
process.env.LOG_LEVEL = "silent";
