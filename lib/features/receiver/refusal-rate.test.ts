import { expect, test } from "vitest";
import { RefusalRate } from "./refusal-rate.ts";

test("more than ten refusals within two minutes are worth one look", () => {
  const rate = new RefusalRate();
  expect(rate.isAlarming("abc", 10, 0)).toBe(false);
  expect(rate.isAlarming("other", 1, 1_000)).toBe(false);
  expect(rate.isAlarming("abc", 1, 1_000)).toBe(true);
  expect(rate.isAlarming("abc", 50, 60_000)).toBe(false);
  expect(rate.isAlarming("abc", 1, 121_000)).toBe(true);
});

test("the same number over a longer time is not", () => {
  const rate = new RefusalRate();
  expect([0, 60_000, 120_000, 180_000].map((at) => rate.isAlarming("abc", 5, at))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("stores that were refused nothing lately are forgotten", () => {
  const rate = new RefusalRate();
  rate.isAlarming("abc", 50, 0);
  rate.isAlarming("other", 1, 60_000);
  rate.forgetPast(120_000);
  expect(rate.size).toBe(1);
  rate.forgetPast(180_000);
  expect(rate.size).toBe(0);
  expect(rate.isAlarming("abc", 50, 180_000)).toBe(true);
});
