import { expect, test } from "vitest";
import { languageOf } from "./language-of.ts";

test.each([
  ["de-DE", "de"],
  ["fr_CA", "fr"],
  ["es-419,es;q=0.9,en;q=0.8", "es"],
  ["ja,fr;q=0.4,de;q=0.7", "de"],
  ["de;q=0, fr", "fr"],
  ["DE", "de"],
  ["ja-JP", "en"],
  ["*", "en"],
  ["", "en"],
  [null, "en"],
  ["not a language; q=nonsense", "en"],
])("whoever asks for %j is spoken to in %s", (asked, language) => {
  expect(languageOf(asked)).toBe(language);
});
