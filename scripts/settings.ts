import { existsSync, readFileSync, statSync } from "node:fs";
import { parseEnv } from "node:util";
import { InvalidSettings, SETTING_NAMES, parseConfig, type Config } from "#lib/config/config.ts";
import { SECRET_FILE_NAMES, readSecretFiles } from "#lib/config/secret-files.ts";

const FILE = ".env";
/** Of a file's mode. Source: POSIX, sys/stat.h, S_IROTH. */
const READ_BY_OTHERS = 0o004;

/** Names that may stand in `.env` beside the app's own: other programs of this project read them. */
const OTHER_NAMES = new Set([
  "NODE_ENV",
  "NODE_OPTIONS",
  "CHROMIUM_PATH",
  "TEST_DATABASE_URL",
  "NEXT_DIST_DIR",
  "TZ",
]);

const KNOWN_NAMES = [...SETTING_NAMES, ...SECRET_FILE_NAMES];

/**
 * Names in a `.env` file that nothing reads, each as a sentence. A misspelt setting would otherwise be taken for absent.
 * @param text The file's text.
 */
export function unknownNames(text: string): string[] {
  return Object.keys(parseEnv(text))
    .filter((name) => !KNOWN_NAMES.includes(name) && !OTHER_NAMES.has(name) && !name.startsWith("NEXT_"))
    .map((name) => {
      const near = KNOWN_NAMES.find((known) => isNear(known, name));
      return `${name} in .env is not a setting${near ? `; did you mean ${near}?` : ""}`;
    });
}

/** Equal but for underscores, or with up to two letters changed, added or left out. */
function isNear(known: string, given: string): boolean {
  const [a, b] = [known.replaceAll("_", ""), given.toUpperCase().replaceAll("_", "")];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const same = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(same, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return (row[b.length] ?? 0) <= 2;
}

/**
 * Reads `.env` of the current folder into this process's environment, under what is there already, then the files that
 * hold secrets, and the settings from all of it. May be repeated.
 * @throws {InvalidSettings} naming every fault at once, those of names that nothing reads among them.
 */
export function readSettings(): Config {
  const faults = loadEnvironmentFile();
  Object.assign(process.env, readSecretFiles(process.env).taken);
  let settings: Config | undefined;
  try {
    settings = parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error;
    faults.push(...error.faults);
  }
  if (!settings || faults.length > 0) throw new InvalidSettings(faults);
  return settings;
}

/** A sentence when everybody on this machine may read `.env`, which holds secrets; null when they may not. */
export function exposedFile(path: string = FILE): string | null {
  if (process.platform === "win32" || !existsSync(path)) return null;
  const isReadable = (statSync(path).mode & READ_BY_OTHERS) !== 0;
  return isReadable
    ? `Everybody on this machine can read ${path}, and it holds secrets: chmod 600 ${path}`
    : null;
}

/** @returns what is wrong with the file itself. */
function loadEnvironmentFile(): string[] {
  if (!existsSync(FILE)) return [];
  try {
    const faults = unknownNames(readFileSync(FILE, "utf8"));
    process.loadEnvFile(FILE);
    return faults;
  } catch (error) {
    return [`${FILE} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`];
  }
}
