import { describe, expect, test } from "vitest";
import { Recurrence } from "./recurrence.ts";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** When something that happens every `everyMs` is said, in seconds, and how often it happened by then. */
function said(everyMs: number, forMs: number): [second: number, times: number][] {
  const recurrence = new Recurrence();
  const lines: [number, number][] = [];
  for (let ms = 0; ms <= forMs; ms += everyMs) {
    const times = recurrence.occurred("ECONNREFUSED", ms);
    if (times !== null) lines.push([ms / 1000, times]);
  }
  return lines;
}

describe("what goes on", () => {
  test("is said at once, then ever more rarely, with how often it happened since", () => {
    expect(said(SECOND, 160 * SECOND)).toEqual([
      [0, 1],
      [10, 10],
      [30, 20],
      [70, 40],
      [150, 80],
    ]);
  });

  test("is said every hour at last, and no occurrence is missing from the counts", () => {
    const lines = said(SECOND, 24 * HOUR);
    expect(lines.length).toBeLessThan(35);
    expect((lines.at(-1)?.[0] ?? 0) - (lines.at(-2)?.[0] ?? 0)).toBe(3_600);
    expect(lines.reduce((sum, [, times]) => sum + times, 0)).toBe((lines.at(-1)?.[0] ?? 0) + 1);
  });

  test("is said of each cause by itself", () => {
    const recurrence = new Recurrence();
    expect(recurrence.occurred("ECONNREFUSED", 0)).toBe(1);
    expect(recurrence.occurred("25006", 1)).toBe(1);
    expect(recurrence.occurred("ECONNREFUSED", 2)).toBeNull();
  });

  test("is news again after five minutes without it", () => {
    const recurrence = new Recurrence();
    recurrence.occurred("x", 0);
    recurrence.occurred("x", SECOND);
    recurrence.occurred("x", 12 * SECOND);
    expect(recurrence.occurred("x", 20 * SECOND)).toBeNull();
    expect(recurrence.occurred("x", 320 * SECOND)).toBe(2);
  });

  test("with ever new causes takes no more memory, and is still said", () => {
    const recurrence = new Recurrence();
    for (let n = 0; n < 1_000; n++) expect(recurrence.occurred(`cause ${n}`, n)).toBe(1);
    expect(recurrence.occurred("cause 0", 1_000)).toBe(1);
  });
});

describe("its end", () => {
  test("is said once, with how long it took and how often it happened", () => {
    const recurrence = new Recurrence();
    expect(recurrence.ended(0, 0)).toBeNull();
    recurrence.occurred("x", 1 * SECOND);
    recurrence.occurred("y", 2 * SECOND);
    expect(recurrence.ended(4 * SECOND, 0)).toEqual({ times: 2, forMs: 3 * SECOND });
    expect(recurrence.ended(5 * SECOND, 0)).toBeNull();
  });

  test("waits for calm: what fails beside what works is not over", () => {
    const recurrence = new Recurrence();
    recurrence.occurred("x", 0);
    expect(recurrence.ended(1, 5 * SECOND)).toBeNull();
    expect(recurrence.ended(5 * SECOND, 5 * SECOND)).toEqual({ times: 1, forMs: 5 * SECOND });
  });

  test("is not said of what was not: trouble that comes and goes each second makes few lines", () => {
    const recurrence = new Recurrence();
    let lines = 0;
    for (let ms = 0; ms < HOUR; ms += 2 * SECOND) {
      if (recurrence.occurred("x", ms) !== null) lines++;
      if (recurrence.ended(ms + SECOND, 0)) lines++;
    }
    expect(lines).toBeLessThan(22);
  });
});
