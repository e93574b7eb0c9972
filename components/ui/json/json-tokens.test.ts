import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonTokens, layOut } from "./json-tokens.ts";

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

test("JSON is laid out as JSON.stringify lays it out", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      expect(layOut(text)).toEqual({ text: JSON.stringify(JSON.parse(text), null, 2), isAsItCame: false });
    }),
  );
});

test("what came is what is shown: long numbers, a key that is there twice, text that is no JSON", () => {
  expect(layOut('{"id":12345678901234567890,"a":1.0,"a" : [ ]}').text).toBe(
    '{\n  "id": 12345678901234567890,\n  "a": 1.0,\n  "a": []\n}',
  );
  expect(layOut("{")).toEqual({ text: "{", isAsItCame: false });
  expect(layOut("")).toEqual({ text: "", isAsItCame: false });
});

test("what is nested too deeply, or too long when laid out, stays as it came", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  expect(layOut(nested(50)).isAsItCame).toBe(false);
  for (const text of [
    nested(51),
    nested(130_000),
    `${"[".repeat(50)}${"1,".repeat(100_000)}1${"]".repeat(50)}`,
    `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`,
  ])
    expect(layOut(text)).toEqual({ text, isAsItCame: true });
});
