import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Attributes and fields whose text somebody reads; text between tags is refused by the linter (jsx-no-literals). */
const READ =
  /\b(?:aria-label|alt|description|detail|header|heading|label|message|placeholder|text|title)(?:=|: )["'`]([A-Z][^"'`]*)/;

test("no component holds a text of its own", () => {
  const files = globSync("{app,components}/**/*.{ts,tsx}").filter((file) => !file.includes(".test."));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => READ.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
