import { expect, test } from "vitest";
import { ownFaultBefore } from "./own-fault.ts";

const OFF = new Date("2026-08-20T12:00:00Z");
const hours = (count: number) => new Date(OFF.getTime() + count * 3_600_000);
const refused = (from: number, to: number) => ({ firstAt: hours(from), lastAt: hours(to) });

test.each([
  ["none", [], null],
  [
    "those of the two days before count, from the first to the last",
    [refused(-47, -46.5), refused(-3, -2)],
    [-47, -2],
  ],
  ["older ones do not", [refused(-60, -50)], null],
  ["those afterwards do not", [refused(1, 2)], null],
])("refusals of our own: %s", (_, refusals, expected) => {
  const fault = ownFaultBefore(OFF, refusals, true, hours(3));
  expect(fault && [fault.from, fault.to]).toEqual(expected && expected.map(hours));
});

test.each([
  ["ten minutes later", true, [refused(-1, 0)], true],
  ["sooner", true, [refused(-1, -0.01), refused(0.05, 0.05)], false],
  ["while a part of the app fails", false, [refused(-1, 0)], false],
])("the app counts as well again %s: %s", (_, isWell, refusals, isOver) => {
  expect(ownFaultBefore(OFF, refusals, isWell, hours(10 / 60))?.isOver).toBe(isOver);
});
