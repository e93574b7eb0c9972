import { readFileSync, statSync } from "node:fs";
import type { Variables } from "./setting-faults.ts";

/** Settings that hold a secret. Each may come by a file instead, whose path `NAME_FILE` has. */
export const SECRET_SETTINGS = [
  "DATABASE_URL",
  "BIGCOMMERCE_CLIENT_SECRET",
  "BIGCOMMERCE_CLIENT_SECRET_PREVIOUS",
  "SESSION_SECRET",
  "ENCRYPTION_KEYS",
  "SMTP_URL",
  // Addresses of chats have their password in them.
  "OPERATOR_WEBHOOK_URL",
  "METRICS_TOKEN",
  "OTEL_EXPORTER_OTLP_HEADERS",
] as const;

/** The names under which the paths of such files are set. */
export const SECRET_FILE_NAMES: readonly string[] = SECRET_SETTINGS.map((name) => `${name}_FILE`);

/** More than any secret has: a path to something else is told of, not read into memory. */
const SECRET_MAX_BYTES = 65_536;

/** What came of the files that hold secrets. */
export interface SecretsOfFiles {
  /** Settings as though they had been set themselves, and the names of their files emptied. */
  taken: Record<string, string>;
  /** A sentence for each file that was not taken, without its path: somebody may have put the secret there. */
  faults: string[];
  /** The settings that those sentences are about. */
  unread: string[];
}

/**
 * Reads the files that `NAME_FILE` settings lead to. One line end behind the secret, which editors leave, is cut. May be
 * repeated; with what it took put into the environment, no file is read twice and no child of this process reads one.
 * @param variables The environment. An empty variable counts as absent.
 */
export function readSecretFiles(variables: Variables): SecretsOfFiles {
  const found: SecretsOfFiles = { taken: {}, faults: [], unread: [] };
  for (const name of SECRET_SETTINGS) {
    const fileName = `${name}_FILE`;
    const path = variables[fileName];
    if (!path) continue;
    const read = variables[name]
      ? { fault: `${name} and ${fileName} are both set: set one of them` }
      : readSecret(fileName, path);
    if ("fault" in read) {
      found.faults.push(read.fault);
      found.unread.push(name);
    } else {
      found.taken[name] = read.secret;
      found.taken[fileName] = "";
    }
  }
  return found;
}

function readSecret(fileName: string, path: string): { secret: string } | { fault: string } {
  try {
    const facts = statSync(path);
    if (!facts.isFile()) return { fault: `${fileName} leads to something that is not a file` };
    if (facts.size > SECRET_MAX_BYTES)
      return { fault: `${fileName} leads to a file of more than 64 KB, which is no secret` };
    const secret = readFileSync(path, "utf8").replace(/\r?\n$/, "");
    if (secret === "") return { fault: `${fileName} leads to an empty file` };
    return secret.includes("\0") ? { fault: `${fileName} leads to a file that is not text` } : { secret };
  } catch (error) {
    return { fault: `${fileName} ${whyUnread((error as NodeJS.ErrnoException).code)}` };
  }
}

function whyUnread(code: string | undefined): string {
  if (code === "ENOENT" || code === "ENOTDIR") return "leads to a file that is not there";
  if (code === "EACCES" || code === "EPERM")
    return "leads to a file that the user of this process may not read";
  return `leads to a file that cannot be read${code ? ` (${code})` : ""}`;
}
