import fc from "fast-check";
import { expect, test } from "vitest";
import { parseExactly } from "./exact-json.ts";

test("integers keep their digits, whatever JavaScript could hold", () => {
  const text =
    '{"id":1152921506151679042,"list":[-9007199254740993, 1E30],"safe":9007199254740991,"part":0.1}';
  expect(parseExactly(text)).toEqual({
    id: "1152921506151679042",
    list: ["-9007199254740993", "1E30"],
    safe: 9007199254740991,
    part: 0.1,
  });
});

test("everything else is what JSON.parse makes of it", () => {
  fc.assert(
    fc.property(
      fc.json().filter((text) => !/\d{16}|\de\+/.test(text)),
      (text) => {
        expect(parseExactly(text)).toEqual(JSON.parse(text));
      },
    ),
  );
});

test("text that is no JSON is refused as JSON.parse refuses it, and depth is no matter", () => {
  expect(() => parseExactly("{")).toThrow(SyntaxError);
  const deep = `{"id":1152921506151679042,"x":${"[".repeat(60_000)}${"]".repeat(60_000)}}`;
  expect(parseExactly(deep)).toHaveProperty("x");
});
