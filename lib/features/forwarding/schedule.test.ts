import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OUTCOMES, SCHEDULES } from "#lib/contract/values/destinations.ts";
import { DAY_MS } from "#lib/time.ts";
import { nextTry, type Tried } from "./schedule.ts";

const NOW = new Date("2026-11-30T12:00:00Z");
const TEXT_OF_WAITS = "5s 5m 30m 2h 5h 10h 14h 20h 24h";
const UNITS: Record<string, number> = { s: 1, m: 60, h: 3_600 };
const waits = TEXT_OF_WAITS.split(" ").map((text) => Number.parseInt(text) * (UNITS[text.slice(-1)] ?? 0));

const tried = (changes: Partial<Tried>): Tried => ({
  schedule: "standard",
  outcome: "ill",
  attempts: 1,
  notBefore: null,
  ...changes,
});
const waitOf = (changes: Partial<Tried>, random = 0.5) => {
  const at = nextTry(tried(changes), NOW, random);
  return at && (at.getTime() - NOW.getTime()) / 1_000;
};

/** Waits until an event is given up whose attempts all come to this. */
function waitsOf(changes: Partial<Tried>): number[] {
  const found: number[] = [];
  for (let attempts = 1; attempts < 100; attempts++) {
    const wait = waitOf({ ...changes, attempts });
    if (wait === null) return found;
    found.push(wait);
  }
  return found;
}

describe("an event is sent", () => {
  test("ten times over 75 hours and 35 minutes", () => {
    expect(waitsOf({})).toEqual(waits);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(75 * 3_600 + 35 * 60 + 5);
    for (const outcome of ["busy", "gone"] as const) expect(waitsOf({ outcome })).toEqual(waits);
  });

  test("four times when the schedule is short", () => {
    expect(waitsOf({ schedule: "short" })).toEqual([5, 300, 1_800]);
  });

  test.each(SCHEDULES)("three times when it is unwelcome (%s)", (schedule) => {
    expect(waitsOf({ schedule, outcome: "unwelcome" })).toEqual([5, 300]);
  });

  test.each(["delivered", "given_up", "refused", "broken"] as const)("once when it was %s", (outcome) => {
    expect(waitsOf({ outcome })).toEqual([]);
  });
});

test("whatever happened, the next attempt is within a fifth of its time, and not before the receiver's", () => {
  const any = fc.record({
    schedule: fc.constantFrom(...SCHEDULES),
    outcome: fc.constantFrom(...OUTCOMES),
    attempts: fc.integer({ min: 1, max: 12 }),
    notBefore: fc.option(fc.integer({ min: 0, max: DAY_MS }).map((ms) => new Date(NOW.getTime() + ms))),
  });
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(any, random, (last, chance) => {
      const at = nextTry(last, NOW, chance);
      if (at === null) return;
      const usual = (waits[last.attempts - 1] ?? Number.NaN) * 1_000;
      expect(at.getTime()).toBeGreaterThanOrEqual(
        Math.max(last.notBefore?.getTime() ?? 0, NOW.getTime() + usual * 0.8),
      );
      expect(at.getTime()).toBeLessThanOrEqual(
        Math.max(last.notBefore?.getTime() ?? 0, NOW.getTime() + usual * 1.2 + 1),
      );
    }),
  );
});
