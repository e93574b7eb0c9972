import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { SETTING_NAMES } from "#lib/config/config.ts";

/** A command that runs, and what it said so far. */
export interface Command {
  process: ChildProcess;
  stdout: string;
  stderr: string;
  /** Resolves with its exit code. */
  ended: Promise<number | null>;
}

export const newSecret = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64");

/**
 * Starts a command as an operator does, on this file's database and with settings of a real app. It is ended with the test.
 * @param script Relative to the project.
 * @param settings In place of those.
 * @param words What stands behind the command.
 */
export function startCommand(
  script: string,
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Command {
  const dataDir = mkdtempSync(join(tmpdir(), "webhook-keeper-command-"));
  const inherited = Object.entries(process.env).filter(([name]) => !SETTING_NAMES.includes(name));
  const child = spawn(process.execPath, [script, ...words], {
    cwd: resolve(import.meta.dirname, "../.."),
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      DATABASE_URL: process.env.DATABASE_URL,
      PORT: process.env.PORT,
      APP_URL: "https://keeper.example.com",
      BIGCOMMERCE_CLIENT_ID: "an id of an app",
      BIGCOMMERCE_CLIENT_SECRET: newSecret(),
      SESSION_SECRET: newSecret(),
      ENCRYPTION_KEYS: `2026a:${newSecret()}`,
      SUPPORT_URL: "mailto:support@example.com",
      HELP_URL: "https://help.example.com/keeper",
      PRIVACY_URL: "https://example.com/privacy",
      TERMS_URL: "https://example.com/terms",
      WORKER: "external",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const command: Command = {
    process: child,
    stdout: "",
    stderr: "",
    ended: once(child, "exit").then(([code]) => code as number | null),
  };
  child.stdout.on("data", (chunk: Buffer) => (command.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (command.stderr += chunk.toString()));
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await command.ended;
    rmSync(dataDir, { recursive: true, force: true });
  });
  return command;
}
