// Import first in a test file whose receiver keeps deliveries on the disk while the database is away.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-spool-"));
process.env.SPOOL_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
