import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { endProcess, isRunning, markOf } from "./processes.ts";

const FOREVER = ["-e", "process.stdout.write('up'); setInterval(() => undefined, 1000)"];

async function startNode(script: string[]) {
  const child = spawn(process.execPath, script, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  return { pid: child.pid ?? 0, ended };
}

test("a process is running until it is ended", async () => {
  const { pid, ended } = await startNode(FOREVER);
  const mark = markOf(pid);
  if (!mark) throw new Error("it has just been started");
  expect(isRunning(mark)).toBe(true);
  await endProcess(mark, 5_000);
  expect(isRunning(mark)).toBe(false);
  expect(await ended).toEqual([null, "SIGTERM"]);
});

test("a process that will not hear is ended by force", async () => {
  const { pid, ended } = await startNode(["-e", `process.on('SIGTERM', () => undefined); ${FOREVER[1]}`]);
  const mark = markOf(pid);
  if (!mark) throw new Error("it has just been started");
  await endProcess(mark, 200);
  expect(await ended).toEqual([null, "SIGKILL"]);
});

test("a later process of the same id is not mistaken for the one that was noted, and is left alone", async () => {
  const other = { pid: process.pid, startedAt: "some other time" };
  expect(isRunning(other)).toBe(false);
  await endProcess(other, 1_000);
});

test("a process that does not exist has no mark", () => {
  expect(markOf(2 ** 22 + 1)).toBeNull();
});
