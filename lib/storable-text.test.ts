import { expect, test } from "vitest";
import { parseStorable, storableText } from "./storable-text.ts";

test.each([
  ["plain text", "Straße 🎈", "Straße 🎈"],
  ["half an emoji", "Balloon \ud83c", "Balloon \uFFFD"],
  ["the other half", "\udf88 Balloon", "\uFFFD Balloon"],
  ["NUL", "a\0b", "a\uFFFDb"],
])("%s can be stored", (_, text, stored) => {
  expect(storableText(text)).toBe(stored);
});

test("a JSON text is read with all its text storable, and whole emoji in escapes stay", () => {
  const json = String.raw`{"na\u0000me":["half \ud83c",{"whole":"\ud83c\udf88","n":1,"none":null}],"__proto__":"x"}`;
  const read = parseStorable(json);
  expect(JSON.stringify(read)).toBe(
    '{"na\uFFFDme":["half \uFFFD",{"whole":"🎈","n":1,"none":null}],"__proto__":"x"}',
  );
});

test("what is no JSON is refused", () => {
  expect(() => parseStorable("<html>\0")).toThrow(SyntaxError);
});
