import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AlreadyRunning, claimDataDir } from "./instance.ts";
import { markOf } from "./processes.ts";

let dataDir: string;
const note = () => join(dataDir, "running.json");

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "webhook-keeper-instance-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test("a second start beside a living one is refused, with the address of the first", async () => {
  const first = await claimDataDir(dataDir);
  first.setUrl("http://localhost:3000");
  const second = claimDataDir(dataDir);
  await expect(second).rejects.toThrow(AlreadyRunning);
  await expect(second).rejects.toThrow("http://localhost:3000");
});

test("after a clean stop the next start finds nothing", async () => {
  (await claimDataDir(dataDir)).release();
  expect(existsSync(note())).toBe(false);
  await claimDataDir(dataDir);
});

test("a part that a killed run left behind is ended before the next start goes on", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"], { stdio: "ignore" });
  const ended = once(child, "exit");
  const supervisor = { pid: process.pid, startedAt: "before the power went" };
  writeFileSync(note(), JSON.stringify({ supervisor, children: [markOf(child.pid ?? 0)], url: null }));
  await claimDataDir(dataDir);
  expect(await ended).toEqual([null, "SIGTERM"]);
});

test("a note that was cut off while it was written stops nobody", async () => {
  writeFileSync(note(), '{"supervisor":{"pi');
  await claimDataDir(dataDir);
});
