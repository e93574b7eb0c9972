import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES } from "#lib/contract/values/languages.ts";

/** What is written of the app; its tests, and an example of what BigCommerce sends, name languages as they like. */
const sources = globSync("{app,components,lib,scripts,simulator}/**/*.{ts,tsx}").filter(
  (file) => !file.includes("/generated/") && !file.includes(".test.") && file !== "lib/catalogue/sample.ts",
);
/** Their words may look like a language's name: "es," is German. */
const folders = LANGUAGES.map((language) => `lib/messages/${language}/`);
const others = LANGUAGES.filter((language) => language !== LANGUAGES[0]);

test.each(others)("%s is a folder, and a line in three files", (language) => {
  const named = new RegExp(`"${language}"|[{ ,]${language}(?::|,| })|/${language}/`);
  const files = sources.filter(
    (file) =>
      !folders.some((folder) => file.startsWith(folder)) &&
      readFileSync(file, "utf8")
        .split("\n")
        .some((line) => !/^\s*(?:\/\/|\*|\/\*)/.test(line) && named.test(line)),
  );
  expect(files.toSorted()).toEqual([
    "lib/contract/values/languages.ts",
    "lib/messages/here.ts",
    "lib/messages/languages.ts",
  ]);
});
