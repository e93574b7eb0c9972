import { expect, test } from "vitest";
import { wordsIn } from "./folded-words.ts";

test.each([
  ["Cotton Tea Towels", ["cotton", "tea", "towels"]],
  ["[Sample] 1L Le Parfait Jar, 1L", ["sample", "1l", "le", "parfait", "jar"]],
  ["Café Crème № 5", ["cafe", "creme", "no", "5"]],
  ["Kofi@Example.com", ["kofi@example.com"]],
  ["Müller-Lüdenscheid", ["muller", "ludenscheid"]],
  ["…", []],
])("the words of %j", (text, expected) => {
  expect(wordsIn(text)).toEqual(expected);
});
