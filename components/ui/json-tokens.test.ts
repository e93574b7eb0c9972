import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonTokens, prettyJson } from "./json-tokens.ts";

test("names, values and the rest are told apart", () => {
  expect(jsonTokens('{"id": 17, "ok":true}')).toEqual([
    { kind: "plain", text: "{" },
    { kind: "name", text: '"id"' },
    { kind: "plain", text: ":" },
    { kind: "plain", text: " " },
    { kind: "value", text: "17" },
    { kind: "plain", text: ", " },
    { kind: "name", text: '"ok"' },
    { kind: "plain", text: ":" },
    { kind: "value", text: "true" },
    { kind: "plain", text: "}" },
  ]);
});

test("joined, the pieces are the text again, whatever it is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(
        jsonTokens(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test("text that is no JSON is not made pretty, and long numbers keep their digits", () => {
  expect(prettyJson("{")).toBeNull();
  expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(prettyJson('{"a":12345678901234567890}')).toBe('{"a":12345678901234567890}');
});
