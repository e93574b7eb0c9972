// What every command imports first: it reads `.env`, and ends the command in a sentence when a setting is wrong. First,
// because other modules read the settings while they are imported (the logger, which hides the secrets among them).
import { InvalidSettings } from "#lib/config/config.ts";
import { readSettings } from "./settings.ts";

try {
  readSettings();
} catch (error) {
  if (!(error instanceof InvalidSettings)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
