import { expect, test } from "vitest";
import { Reading, type GaveWay } from "./body-budget.ts";

/** A reading whose bodies write down what became of them. */
function watched(limits: { bytesMax: number; timeMsMax: number }) {
  const reading = new Reading(limits);
  const gaveWay: [name: string, why: GaveWay][] = [];
  const begin = (name: string, nowMs: number) => reading.begin(nowMs, (why) => gaveWay.push([name, why]));
  return { reading, gaveWay, begin };
}

test("bodies that fit are left alone, and cost nothing once they have ended", () => {
  const { reading, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  for (let body = 0; body < 50; body++) {
    const reader = begin(`${body}`, 0);
    reading.grow(reader, 500);
    reading.end(reader);
    reading.end(reader);
  }
  expect([reading.bytes, gaveWay]).toEqual([0, []]);
});

test("above the bound the body that began first gives way, not the one that comes", () => {
  const { reading, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  const slow = ["one", "two"].map((name) => begin(name, 0));
  for (const reader of slow) reading.grow(reader, 300);
  const real = begin("real", 1);
  reading.grow(real, 200);
  expect(gaveWay).toEqual([["one", "crowded_out"]]);
  expect(reading.bytes).toBeLessThanOrEqual(1_000);
});

test("bytes that come one by one count for the memory that they take", () => {
  const { reading, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  const reader = begin("drops", 0);
  for (let byte = 0; byte < 100; byte++) reading.grow(reader, 1);
  expect(gaveWay).toEqual([["drops", "crowded_out"]]);
  expect(reading.bytes).toBe(0);
});

test("a body that takes too long is let go, a younger one is not", () => {
  const { reading, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  begin("old", 0);
  begin("young", 60);
  reading.sweep(100);
  expect(gaveWay).toEqual([]);
  reading.sweep(101);
  expect(gaveWay).toEqual([["old", "too_slow"]]);
});

test("a body that is kept takes its room from those that are being read", () => {
  const { reading, gaveWay, begin } = watched({ bytesMax: 1_000, timeMsMax: 100 });
  const letGo = reading.keep(900);
  reading.grow(begin("late", 0), 100);
  expect(gaveWay).toEqual([["late", "crowded_out"]]);
  letGo();
  letGo();
  expect(reading.bytes).toBe(0);
  reading.grow(begin("later", 0), 100);
  expect(gaveWay).toHaveLength(1);
});
