import { describe, expect, test } from "vitest";
import {
  dayOf,
  daysAfter,
  mergesAt,
  oneDay,
  partitionName,
  partitionsAt,
  slotOf,
  type Slot,
} from "./slots.ts";

const TODAY = new Date("2026-11-25T00:00:00Z");

describe("a partition", () => {
  test("of a day is named after it and found by its name", () => {
    const day = dayOf(new Date("2026-03-01T23:59:59.999Z"));
    expect(day.toISOString()).toBe("2026-03-01T00:00:00.000Z");
    expect(partitionName(oneDay(day))).toBe("events_20260301");
    expect(slotOf("events_20260301")).toEqual(oneDay(day));
  });

  test("of several days says how many", () => {
    const slot = { from: new Date("2026-03-01T00:00:00Z"), to: new Date("2026-03-17T00:00:00Z") };
    expect(partitionName(slot)).toBe("events_20260301_16");
    expect(slotOf("events_20260301_16")).toEqual(slot);
  });

  test("for all the rest has no slot, so that retention never drops it", () => {
    expect(slotOf("events_default")).toBeNull();
  });
});

/** Lives through 280 days as the hourly job does, on a log that no one merged before: makes, drops, merges. */
function live(retentionDays: number): { slots: Slot[]; most: number; copied: number } {
  let slots = Array.from({ length: retentionDays }, (_, day) => oneDay(daysAfter(TODAY, -day - 1)));
  let most = 0;
  let copied = 0;
  for (let day = 0; day <= 280; day++) {
    const today = daysAfter(TODAY, day);
    slots = slots.filter(({ to }) => to > daysAfter(today, -retentionDays));
    let newest = slots.reduce((last, { to }) => (to > last ? to : last), today);
    for (; newest <= daysAfter(today, 7); newest = daysAfter(newest, 1)) slots.push(oneDay(newest));
    for (const { into, parts } of mergesAt(slots, today, retentionDays)) {
      slots = [...slots.filter((slot) => !parts.includes(slot)), into];
      if (day > 0) copied += (into.to.getTime() - into.from.getTime()) / 86_400_000;
    }
    most = Math.max(most, slots.length + 1);
  }
  return { slots, most, copied: copied / 280 };
}

describe("merging", () => {
  test.each([46, 90, 255, 365, 1023, 1500, 3650])(
    "keeps a log of %i days within the partitions that are told, without a gap or an overlap",
    (retentionDays) => {
      const { slots, most, copied } = live(retentionDays);
      expect(most).toBeLessThanOrEqual(partitionsAt(retentionDays));
      expect(partitionsAt(retentionDays)).toBeLessThanOrEqual(50);
      const inOrder = slots.toSorted((a, b) => a.from.getTime() - b.from.getTime());
      for (const [index, slot] of inOrder.slice(1).entries()) expect(slot.from).toEqual(inOrder[index]?.to);
      // An event is written anew about once for each width, however old it becomes.
      expect(copied).toBeLessThanOrEqual(4);
    },
  );

  test("leaves a month's log, and the days that events still come to, alone", () => {
    const days = Array.from({ length: 60 }, (_, day) => oneDay(daysAfter(TODAY, day - 50)));
    expect(mergesAt(days, TODAY, 30)).toEqual([]);
    const touched = mergesAt(days, TODAY, 365).flatMap(({ parts }) => parts);
    expect(touched.every(({ to }) => to <= daysAfter(TODAY, -7))).toBe(true);
    expect(touched).not.toEqual([]);
  });
});
