import { expect, test } from "vitest";
import { dayOf, partitionDay, partitionName } from "./partitions.ts";

test("a day's partition is named after it and found by its name", () => {
  const day = dayOf(new Date("2026-03-01T23:59:59.999Z"));
  expect(day.toISOString()).toBe("2026-03-01T00:00:00.000Z");
  expect(partitionName(day)).toBe("events_20260301");
  expect(partitionDay("events_20260301")).toEqual(day);
});

test("the default partition has no day, so that retention never drops it", () => {
  expect(partitionDay("events_default")).toBeNull();
});
