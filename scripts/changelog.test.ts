import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { releaseNote } from "./changelog.ts";
import { PROJECT_DIR } from "./child.ts";

const CHANGELOG = `# Changelog

## Unreleased

- Comes next.

## 1.10.0 (3 March 2027)

- For operators:
  - \`## \` in a line is no heading.

## 1.1.0

## 1.0.0

- The first.
`;

test.each([
  ["Unreleased", "- Comes next."],
  ["v1.10.0", "- For operators:\n  - `## ` in a line is no heading."],
  ["1.0.0", "- The first."],
])("the note of %s is its own section", (version, note) => {
  expect(releaseNote(CHANGELOG, version)).toBe(note);
});

test.each(["1.1.0", "1.1", "2.0.0", ""])("a version with nothing to say, or none: %j", (version) => {
  expect(releaseNote(CHANGELOG, version)).toBeNull();
});

test("the project's own changelog is read", () => {
  const changelog = readFileSync(join(PROJECT_DIR, "CHANGELOG.md"), "utf8");
  const [, newest = ""] = /^## (\S+)/m.exec(changelog) ?? [];
  expect(releaseNote(changelog, newest)).toMatch(/^- /);
});
