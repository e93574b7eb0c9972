import { expect, test } from "vitest";
import { aheadOf, clockFaults } from "./clock.ts";

test("a clock is off when another is more than a minute away, either way", () => {
  expect(clockFaults({ database: 60, deliveries: -60 })).toEqual([]);
  expect(clockFaults({ database: null, deliveries: null })).toEqual([]);
  expect(clockFaults({ database: 600, deliveries: null })).toMatchObject([
    {
      code: "CLOCK_OFF_DATABASE",
      aheadSeconds: 600,
      message: "this machine's clock is 600 s ahead of the database's",
    },
  ]);
  expect(clockFaults({ database: 0, deliveries: -61 })).toMatchObject([
    {
      code: "CLOCK_OFF_DELIVERIES",
      aheadSeconds: -61,
      message: "this machine's clock is 61 s behind the deliveries' times",
    },
  ]);
  expect(clockFaults({ database: 600, deliveries: 601 })).toHaveLength(2);
});

test("a slow answer is no wrong clock", () => {
  expect(aheadOf(5_000, 0, 10_000)).toBe(0);
  expect(aheadOf(700_000, 0, 100_000)).toBe(-600);
  expect(aheadOf(0, 600_000, 700_000)).toBe(600);
});
