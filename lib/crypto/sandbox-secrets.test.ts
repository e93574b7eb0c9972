import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { SandboxSecretsUnusable, sandboxSecrets } from "./sandbox-secrets.ts";

let dataDir: string;
const file = () => join(dataDir, "sandbox-secrets.json");
const modeOf = (path: string) => statSync(path).mode & 0o777;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "webhook-keeper-secrets-"));
  return () => rmSync(dataDir, { recursive: true, force: true });
});

test("are made once and stay", () => {
  expect(sandboxSecrets(dataDir)).toEqual(sandboxSecrets(dataDir));
  expect(readdirSync(dataDir)).toEqual(["sandbox-secrets.json"]);
});

test("processes that start at the same moment get the same ones", async () => {
  // Each is up, then all are told one moment to begin at.
  const script = `import { sandboxSecrets } from "#lib/crypto/sandbox-secrets.ts";
    process.stdin.once("data", (moment) => {
      while (Date.now() < Number(moment));
      process.stdout.write(JSON.stringify(sandboxSecrets(process.argv[1])));
      process.exit();
    });
    process.stderr.write("up");`;
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ["--input-type=module", "--eval", script, dataDir], {
      cwd: resolve(import.meta.dirname, "../.."),
    }),
  );
  await Promise.all(children.map((child) => once(child.stderr, "data")));
  const moment = Date.now() + 50;
  const said = children.map(async (child) => {
    child.stdin.write(String(moment));
    return String((await once(child.stdout, "data"))[0]);
  });
  expect(new Set(await Promise.all(said)).size).toBe(1);
  expect(readdirSync(dataDir)).toEqual(["sandbox-secrets.json"]);
}, 30_000);

test.each([0o000, 0o022, 0o077])("only their owner reads them, under a umask of %o", (umask) => {
  const before = process.umask();
  onTestFinished(() => void process.umask(before));
  process.umask(umask);
  sandboxSecrets(dataDir);
  expect(modeOf(file())).toBe(0o600);
});

test("a file that others may read is closed to them", () => {
  sandboxSecrets(dataDir);
  chmodSync(file(), 0o644);
  sandboxSecrets(dataDir);
  expect(modeOf(file())).toBe(0o600);
});

test.each(["", "{", "null", '{"clientId":"x"}', "cut"])("a damaged file (%s) says what to do", (text) => {
  sandboxSecrets(dataDir);
  const whole = readFileSync(file(), "utf8");
  writeFileSync(file(), text === "cut" ? whole.replace(/("encryptionKey": ".{20})[^"]*/, "$1") : text);
  expect(() => sandboxSecrets(dataDir)).toThrow(SandboxSecretsUnusable);
  expect(() => sandboxSecrets(dataDir)).toThrow(/Put it back from a copy; or, .* delete the folder/);
});
