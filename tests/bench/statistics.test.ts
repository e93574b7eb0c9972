import { expect, test } from "vitest";
import { median, percentile, resultOf } from "./statistics.ts";

test("the median of an even count lies between the two middle values", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test("a percentile is a value that was measured", () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(values, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
});

test("a result keeps its rounds in order", () => {
  expect(resultOf("a", "ms", [2, 3, 1])).toEqual({
    name: "a",
    unit: "ms",
    median: 2,
    min: 1,
    max: 3,
    rounds: [2, 3, 1],
  });
});
