import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { parseKeyRing, type EncryptionKey } from "./key-ring.ts";

const FILE = "sandbox-secrets.json";
const OWNER_ONLY = 0o600;
const KEY_ID = "sandbox";

/** Secrets that sandbox mode makes for itself. */
export interface SandboxSecrets {
  clientId: string;
  clientSecret: string;
  sessionSecret: string;
  encryptionKey: EncryptionKey;
}

/** The file with the sandbox's secrets cannot be used; the message says what to do. */
export class SandboxSecretsUnusable extends AppError {
  readonly code = "SANDBOX_SECRETS_UNUSABLE";
  readonly retryable = false;
}

const text = z.string().min(16);
const Kept = z.object({
  clientId: z.string().min(1),
  clientSecret: text,
  sessionSecret: text,
  encryptionKey: text.transform((base64, context) => {
    const parsed = parseKeyRing(`${KEY_ID}:${base64}`);
    if ("ring" in parsed) return parsed.ring[0];
    context.addIssue({ code: "custom", message: "is no key" });
    return z.NEVER;
  }),
});

/**
 * The secrets of the sandbox in this folder, made at the first call; they live as long as the folder, so that a restart
 * finds its sessions and tokens again. Readable by their owner alone, whatever the umask or an earlier copy said.
 * Processes that call this at the same moment get the same secrets.
 * @throws {SandboxSecretsUnusable} when the file is damaged or belongs to somebody else.
 */
export function sandboxSecrets(dataDir: string): SandboxSecrets {
  const path = join(dataDir, FILE);
  if (!statSync(path, { throwIfNoEntry: false })) make(dataDir, path);
  closeToOthers(path);
  const secrets = readSandboxSecrets(dataDir);
  if (secrets) return secrets;
  throw new SandboxSecretsUnusable(
    `${path} is damaged. Put it back from a copy; or, to begin again with an empty sandbox, delete the folder ${dataDir}: what its database holds was sealed with the key in that file`,
  );
}

/** The secrets that a sandbox made in this folder, if one ever ran here and its file is whole. Changes nothing. */
export function readSandboxSecrets(dataDir: string): SandboxSecrets | undefined {
  try {
    return Kept.safeParse(JSON.parse(readFileSync(join(dataDir, FILE), "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Written aside and then linked: the file is never there by half, and of two processes one wins and both read it. */
function make(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true });
  const made = {
    clientId: `sandbox${randomBytes(8).toString("hex")}`,
    clientSecret: randomBytes(32).toString("hex"),
    sessionSecret: randomBytes(32).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64"),
  };
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, JSON.stringify(made, null, 2), { flag: "wx", mode: OWNER_ONLY });
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function closeToOthers(path: string): void {
  if ((statSync(path).mode & 0o777) === OWNER_ONLY) return;
  try {
    chmodSync(path, OWNER_ONLY);
  } catch (cause) {
    throw new SandboxSecretsUnusable(
      `${path} can be read by others and belongs to another user: make it yours (chown), or set DATA_DIR to another folder`,
      { cause },
    );
  }
}
