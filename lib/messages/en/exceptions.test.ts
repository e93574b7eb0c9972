import { expect, test } from "vitest";
import { exceptionText } from "./exceptions.ts";

test.each([90_001, 90_002, 90_003])("%i has words of its own", (code) => {
  expect(exceptionText(code)).not.toContain(String(code));
});

test("a code that nobody documented is named", () => {
  expect(exceptionText(90_004)).toContain("90004");
});
