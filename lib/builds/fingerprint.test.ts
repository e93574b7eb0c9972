import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprintOf, fingerprintOfSources, isBuildSource } from "./fingerprint.ts";

let projectDir: string;

beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), "webhook-keeper-fingerprint-"));
  mkdirSync(join(projectDir, "app/s"), { recursive: true });
  mkdirSync(join(projectDir, "lib/platform/db/generated"), { recursive: true });
  write("app/s/page.tsx", "page");
  write("package.json", "{}");
});
afterEach(() => rmSync(projectDir, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(projectDir, path), text);

const files = (contents: Record<string, string>) => new Map(Object.entries(contents));

test("the order of the files does not matter", () => {
  expect(fingerprintOf(files({ a: "1", b: "2" }))).toBe(fingerprintOf(files({ b: "2", a: "1" })));
});

test("contents that move from one file to another make another build", () => {
  expect(fingerprintOf(files({ a: "1", b: "2" }))).not.toBe(fingerprintOf(files({ a: "2", b: "1" })));
});

test("touching a file needs no new build", () => {
  const before = fingerprintOfSources(projectDir);
  utimesSync(join(projectDir, "app/s/page.tsx"), new Date(0), new Date(0));
  expect(fingerprintOfSources(projectDir)).toBe(before);
});

test.each([
  ["a changed page", "app/s/page.tsx"],
  ["a new page", "app/s/other.tsx"],
  ["another dependency", "package.json"],
  ["another setting of the framework", "next.config.mjs"],
])("%s needs a new build", (_what, path) => {
  const before = fingerprintOfSources(projectDir);
  write(path, "something else");
  expect(fingerprintOfSources(projectDir)).not.toBe(before);
});

test.each([
  ["a test", "app/s/page.test.ts"],
  ["the generated client", "lib/platform/db/generated/client.ts"],
  ["the documentation", "README.md"],
])("%s needs no new build", (_what, path) => {
  const before = fingerprintOfSources(projectDir);
  write(path, "something else");
  expect(fingerprintOfSources(projectDir)).toBe(before);
});

test("a name that only resembles a test is a source", () => {
  expect(isBuildSource("lib/latest.ts")).toBe(true);
});
