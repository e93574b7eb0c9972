import { expect, test } from "vitest";
import { z } from "zod";
import { isKeepable, parseInput } from "./input.ts";

test.each([[""], ["é😀"], [null], [7], [{ a: ["b", { c: "d" }] }]])("%j can be kept", (value) => {
  expect(isKeepable(value)).toBe(true);
});

test.each([["\0"], ["a\0b"], ["\ud800"], ["\udfff a"], [{ a: ["b", { c: "\0" }] }], [{ "\0": 1 }]])(
  "%j cannot",
  (value) => {
    expect(isKeepable(value)).toBe(false);
    expect(() => parseInput(z.unknown(), value)).toThrow("invalid input");
  },
);

test("however deep it lies", () => {
  const depth = 100_000;
  const nested = (text: string): unknown => JSON.parse(`${"[".repeat(depth)}"${text}"${"]".repeat(depth)}`);
  expect(isKeepable(nested("a"))).toBe(true);
  expect(isKeepable(nested("\\u0000"))).toBe(false);
});
