import { mkdtempSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDemoLog } from "./demo-log.ts";
import { firstSteps } from "./first-steps.ts";

test("the start of a demo ends with where to look, whom to be, what to try and how to stop", () => {
  const url = "http://127.0.0.1:4000/manage/harborpine/app";
  const said = firstSteps(
    { url, logPath: "/srv/keeper/.data/app.log", dataDir: "/srv/keeper/.data" },
    "/srv/keeper",
  );
  for (const words of [url, "owner", "staff", "1.", "2.", "3.", ".data/app.log", "Ctrl-C", "delete .data."])
    expect(said).toContain(words);
  expect(said).not.toContain("/srv/keeper");
  // Of a terminal, as most are.
  for (const line of said.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
});

test("a demo elsewhere is named by its whole path, and a log in the terminal not at all", () => {
  const said = firstSteps(
    { url: "http://127.0.0.1:4000/", logPath: null, dataDir: "/var/keeper" },
    "/srv/keeper",
  );
  expect(said).toContain("delete /var/keeper.");
  expect(said).not.toContain("app.log");
});

test("each start of a demo has a log of its own, which its owner alone reads, and the one before is kept", () => {
  const dir = mkdtempSync(join(tmpdir(), "webhook-keeper-demo-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const read = (name: string) => readFileSync(join(dir, "data", name), "utf8");
  for (const text of ["first", "second", "third"]) writeSync(openDemoLog(join(dir, "data")).fd, text);
  expect([read("app.log"), read("app.previous.log")]).toEqual(["third", "second"]);
  expect(statSync(join(dir, "data/app.log")).mode & 0o077).toBe(0);
});
