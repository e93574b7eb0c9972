import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT_DIR } from "./child.ts";

const read = (path: string) => readFileSync(join(PROJECT_DIR, path), "utf8");
const page = read("docs/security.md");
const named = Array.from(page.matchAll(/`([\w./-]+\.(?:test|spec)\.tsx?)` › “([^”]+)”/g), (match) => {
  const [, file = "", name = ""] = match;
  return { file, name };
});

/** Names of the tests in a file, as they are written there: `%s` and `$name` stand for what is filled in. */
function testNames(source: string): string[] {
  const calls = /(?:\btest(?:\.each)?|\]\)|\bcases\)|\bpages\))\s*\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return Array.from(source.matchAll(calls), ([, , name = ""]) => name);
}

describe("docs/security.md", () => {
  test("names a test with every file of tests", () => {
    const files = page.match(/`[\w./-]+\.(?:test|spec)\.tsx?`/g) ?? [];
    // Its own test is named in the introduction, without a promise.
    expect(files.length).toBe(named.length + 1);
    expect(named.length).toBeGreaterThan(40);
  });

  test.each(named)("$file has the test: $name", ({ file, name }) => {
    expect(existsSync(join(PROJECT_DIR, file))).toBe(true);
    expect(testNames(read(file))).toContain(name);
  });

  test.each([...new Set(named.map(({ file }) => file))])("%s leaves no test out", (file) => {
    // A condition with its reason may leave one out on another system.
    const leftOut = /\b(?:test|describe)\.(?:(?:only|todo|fails)\b|(?:skip|fixme)(?:\(\s*["'`)]|\.))/;
    expect(read(file)).not.toMatch(leftOut);
  });

  test("has no promise without a test", () => {
    const promises = page.split("## Promises")[1]?.split(/^## /m)[0] ?? "";
    const bare = promises
      .split(/^- /m)
      .slice(1)
      .filter((promise) => !promise.includes("` › “"));
    expect(bare).toEqual([]);
  });

  test("leads nowhere that does not exist", () => {
    const anchors = new Set(
      Array.from(page.matchAll(/^#+ (.+)$/gm), ([, heading = ""]) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\w -]/g, "")
          .replaceAll(" ", "-"),
      ),
    );
    for (const [, target = ""] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(target);
    for (const [, path = ""] of page.matchAll(/\]\(([\w.-]+\.md)/g)) {
      expect(existsSync(join(PROJECT_DIR, "docs", path))).toBe(true);
    }
  });

  test("speaks of every chapter of ASVS 5.0", () => {
    const chapters = Array.from(page.matchAll(/^\| V(\d+) /gm), ([, number]) => Number(number));
    expect(chapters).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });
});
