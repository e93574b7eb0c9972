import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { distDirOf, isBuilt, keepScripts, MARK, superseded, tidy, type BuildFolder } from "./folders.ts";

const now = new Date("2026-11-30T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const whole = (name: string, minutes: number): BuildFolder => ({ name, isWhole: true, at: ago(minutes) });

test("the build in use and the newest beside it stay", () => {
  const folders = [whole("c", 3), whole("a", 1), whole("d", 4), whole("b", 2)];
  expect(superseded(folders, { current: "a", kept: 2 }, now)).toEqual(["c", "d"]);
  // After a roll-back the one in use may be the oldest.
  expect(superseded(folders, { current: "d", kept: 3 }, now)).toEqual(["c"]);
  expect(superseded(folders, { current: "new", kept: 5 }, now)).toEqual([]);
});

test("what somebody may still be making stays, and what was given up goes", () => {
  const unfinished = (name: string, minutes: number) => ({ ...whole(name, minutes), isWhole: false });
  const folders = [unfinished("young", 59), unfinished("old", 61), unfinished("own", 999)];
  expect(superseded(folders, { current: "own", kept: 1 }, now)).toEqual(["old"]);
});

let projectDir: string;
let scriptsDir: string;
beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), "webhook-keeper-builds-"));
  scriptsDir = join(projectDir, "scripts-of-all");
});
afterEach(() => rmSync(projectDir, { recursive: true, force: true }));

/** Makes what a build leaves behind, so many minutes ago, and keeps its scripts. */
function newBuild(fingerprint: string, minutes: number): string {
  const folder = join(projectDir, distDirOf(fingerprint));
  mkdirSync(join(folder, "static/chunks"), { recursive: true });
  writeFileSync(join(folder, "static/chunks", `${fingerprint}.js`), fingerprint);
  writeFileSync(join(folder, "BUILD_ID"), "id");
  writeFileSync(join(folder, MARK), fingerprint);
  utimesSync(join(folder, MARK), ago(minutes), ago(minutes));
  const name = fingerprint.slice(0, 8);
  keepScripts(folder, name, scriptsDir);
  utimesSync(join(scriptsDir, name), ago(minutes), ago(minutes));
  return folder;
}
const fingerprint = (index: number) => `${index}`.repeat(64);

test("a build counts when it is whole and of the same sources", () => {
  const folder = newBuild(fingerprint(1), 0);
  expect([isBuilt(folder), isBuilt(folder, fingerprint(1))]).toEqual([true, true]);
  expect(isBuilt(folder, `${fingerprint(1).slice(0, 63)}2`)).toBe(false);
  rmSync(join(folder, "BUILD_ID"));
  expect(isBuilt(folder)).toBe(false);
  expect(isBuilt(join(projectDir, "nowhere"))).toBe(false);
});

test("scripts stay for longer than builds, and only of folders that are builds something goes", () => {
  for (let index = 1; index <= 8; index++) newBuild(fingerprint(index), index);
  const theirs = join(projectDir, ".next-builds/of somebody else");
  mkdirSync(theirs);
  tidy(projectDir, scriptsDir, fingerprint(8), now);
  const names = (...indexes: number[]) => indexes.map((index) => `${index}`.repeat(8));
  expect(readdirSync(join(projectDir, ".next-builds")).toSorted()).toEqual([
    ...names(1, 2, 8),
    "of somebody else",
  ]);
  expect(readdirSync(scriptsDir).toSorted()).toEqual(names(1, 2, 3, 4, 5, 8));
});

test("scripts are kept once, and nothing unfinished stays behind", () => {
  const folder = newBuild(fingerprint(1), 0);
  writeFileSync(join(folder, "static/chunks/late.js"), "");
  keepScripts(folder, "11111111", scriptsDir);
  expect(readdirSync(scriptsDir)).toEqual(["11111111"]);
  expect(existsSync(join(scriptsDir, "11111111/chunks/late.js"))).toBe(false);
  expect(readFileSync(join(scriptsDir, "11111111/chunks", `${fingerprint(1)}.js`), "utf8")).toBe(
    fingerprint(1),
  );
});
