import { expect, test } from "vitest";
import { BodyBudget, type GaveWay } from "./body-budget.ts";

/** A budget whose bodies write down what became of them. */
function watched(limits: { bytesMax: number; timeMsMax: number }) {
  const budget = new BodyBudget(limits);
  const gaveWay: [name: string, why: GaveWay][] = [];
  const begin = (name: string, nowMs: number) => budget.begin(nowMs, (why) => gaveWay.push([name, why]));
  return { budget, gaveWay, begin };
}

test("bodies that fit are left alone, and cost nothing once they have ended", () => {
  const { budget, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  for (let body = 0; body < 50; body++) {
    const reader = begin(`${body}`, 0);
    budget.grow(reader, 500);
    budget.end(reader);
    budget.end(reader);
  }
  expect([budget.bytes, gaveWay]).toEqual([0, []]);
});

test("above the bound the body that began first gives way, not the one that comes", () => {
  const { budget, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  const slow = ["one", "two"].map((name) => begin(name, 0));
  for (const reader of slow) budget.grow(reader, 300);
  const real = begin("real", 1);
  budget.grow(real, 200);
  expect(gaveWay).toEqual([["one", "crowded_out"]]);
  expect(budget.bytes).toBeLessThanOrEqual(1_000);
});

test("bytes that come one by one count for the memory that they take", () => {
  const { budget, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  const reader = begin("drops", 0);
  for (let byte = 0; byte < 100; byte++) budget.grow(reader, 1);
  expect(gaveWay).toEqual([["drops", "crowded_out"]]);
  expect(budget.bytes).toBe(0);
});

test("a body that takes too long is let go, a younger one is not", () => {
  const { budget, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  begin("old", 0);
  begin("young", 60);
  budget.sweep(100);
  expect(gaveWay).toEqual([]);
  budget.sweep(101);
  expect(gaveWay).toEqual([["old", "too_slow"]]);
});

test("a body that is kept takes its room from those that are being read", () => {
  const { budget, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  const letGo = budget.keep(900);
  budget.grow(begin("late", 0), 100);
  expect(gaveWay).toEqual([["late", "crowded_out"]]);
  letGo();
  letGo();
  expect(budget.bytes).toBe(0);
  budget.grow(begin("later", 0), 100);
  expect(gaveWay).toHaveLength(1);
});
