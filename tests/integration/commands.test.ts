import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SETTING_NAMES } from "#lib/config/config.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const PROJECT_DIR = resolve(import.meta.dirname, "../..");
/** Every command that `npm run` offers to whoever runs the app: its script and its words. */
const COMMANDS = [
  ...readFileSync(join(PROJECT_DIR, "scripts/bootstrap.mjs"), "utf8").matchAll(
    /^ {2}"?[\w:-]+"?: \["(scripts\/[\w-]+\.ts)"(?:, "([\w-]+)")?\],$/gm,
  ),
]
  .map(([, script = "", word]) => ({ script, words: word === undefined ? [] : [word] }))
  .filter(({ script }) => script !== "scripts/test.ts");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "webhook-keeper-command-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command in a folder whose `.env` is all that it has, until it ends or says that it is ready. */
async function run(script: string, words: readonly string[], settings: Record<string, string>) {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder, ".env"), lines.join(""));
  const env = { ...process.env };
  for (const name of SETTING_NAMES) delete env[name];
  const child = fork(join(PROJECT_DIR, script), [...words], {
    cwd: folder,
    env,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  child.once("message", () => child.kill("SIGTERM"));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

test("the commands are found", () => {
  expect(COMMANDS.map(({ script }) => script)).toEqual(
    expect.arrayContaining(["scripts/start.ts", "scripts/migrate.ts", "scripts/worker.ts"]),
  );
});

test.each(COMMANDS)("$script $words says all that is wrong in .env, and shows no stack", async (command) => {
  const { code, said } = await run(command.script, command.words, {
    DATA_DIR: folder,
    PORT: "eighty",
    DATABSE_URL: "postgres://keeper:hush@127.0.0.1/keeper",
    ENCRYPTION_KEYS: "hush",
    SMTP_URL_FILE: "/nowhere/hush",
  });
  expect(said).toMatch(/^The settings need a look:\n/);
  expect(said).toContain("DATABSE_URL in .env is not a setting; did you mean DATABASE_URL?");
  expect(said).toContain("PORT must be a whole number from 1 to 65535");
  expect(said).toContain("  - ENCRYPTION_KEYS");
  expect(said).toContain("SMTP_URL_FILE leads to a file that is not there");
  expect(said.trim().split("\n")).toHaveLength(5);
  expect(said).not.toContain("hush");
  expect(code).toBe(1);
});

test.each([
  ["scripts/worker.ts", "a file that .env names", "The worker is ready."],
  ["scripts/migrate.ts", ".env", "The database is up to date."],
  ["scripts/address.ts", "a file that .env names", "0 of 0 webhooks"],
  ["scripts/rotate-keys.ts", ".env", "seals"],
])("%s finds its database in %s", async (script, place, words) => {
  const [url, path] = [process.env.DATABASE_URL ?? "", join(folder, "database-url")];
  writeFileSync(path, `${url}\n`);
  const database = place === ".env" ? { DATABASE_URL: url } : { DATABASE_URL_FILE: path };
  const { code, said } = await run(script, [], { DATA_DIR: folder, ...database });
  expect(said).toContain(words);
  expect(said).not.toContain("Stopping");
  expect(code).toBe(0);
});

test("the simulator finds its port in .env", async () => {
  const port = process.env.SIMULATOR_PORT ?? "";
  const { said } = await run("scripts/simulator.ts", [], { DATA_DIR: folder, SIMULATOR_PORT: port });
  expect(said).toContain(`:${port}`);
});
