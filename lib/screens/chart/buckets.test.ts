import { describe, expect, it } from "vitest";
import { bucketsOf } from "./buckets.ts";
import { HOUR_MS } from "#lib/time.ts";

const NOW = new Date("2026-11-25T12:20:00.000Z");
const iso = (time: Date | undefined) => time?.toISOString();
const hoursOf = ({ start, end }: { start: Date; end: Date }) => (end.getTime() - start.getTime()) / HOUR_MS;

describe("the buckets of 24 hours", () => {
  it("are the present hour and the 23 before it", () => {
    const buckets = bucketsOf("24h", "America/Chicago", NOW);
    expect(buckets).toHaveLength(24);
    expect(iso(buckets[0]?.start)).toBe("2026-11-24T13:00:00.000Z");
    expect(iso(buckets.at(-1)?.start)).toBe("2026-11-25T12:00:00.000Z");
    expect(iso(buckets.at(-1)?.end)).toBe("2026-11-25T13:00:00.000Z");
  });

  it("hold an hour that the clock shows twice twice", () => {
    const buckets = bucketsOf("24h", "America/Chicago", new Date("2026-11-01T12:00:00.000Z"));
    expect(buckets).toHaveLength(24);
    expect(buckets.every((bucket) => hoursOf(bucket) === 1)).toBe(true);
  });
});

describe("the buckets of days", () => {
  it.each([
    ["7d", 7],
    ["30d", 30],
  ] as const)("of %s are today and the days before, in the store's zone", (period, count) => {
    const buckets = bucketsOf(period, "America/Chicago", NOW);
    expect(buckets).toHaveLength(count);
    expect(iso(buckets.at(-1)?.start)).toBe("2026-11-25T06:00:00.000Z");
    expect(iso(buckets.at(-1)?.end)).toBe("2026-11-26T06:00:00.000Z");
  });

  it("go by the date in the zone, not in UTC", () => {
    const [today] = bucketsOf("7d", "Asia/Tokyo", new Date("2026-11-25T15:00:00.000Z")).slice(-1);
    expect(iso(today?.start)).toBe("2026-11-25T15:00:00.000Z");
    const [before] = bucketsOf("7d", "Asia/Tokyo", new Date("2026-11-25T14:59:59.000Z")).slice(-1);
    expect(iso(before?.start)).toBe("2026-11-24T15:00:00.000Z");
  });

  it("have 25 hours when the clock goes back, and 23 when it goes forward", () => {
    const fall = bucketsOf("30d", "America/Chicago", NOW);
    expect(fall.filter((bucket) => hoursOf(bucket) === 25).map(({ start }) => iso(start))).toEqual([
      "2026-11-01T05:00:00.000Z",
    ]);
    const spring = bucketsOf("7d", "Europe/Berlin", new Date("2026-03-29T20:00:00.000Z"));
    expect(spring.map(hoursOf)).toEqual([24, 24, 24, 24, 24, 24, 23]);
  });

  it("begin an hour later where the clock jumps over midnight", () => {
    const buckets = bucketsOf("7d", "America/Santiago", new Date("2026-09-06T12:00:00.000Z"));
    expect(iso(buckets.at(-1)?.start)).toBe("2026-09-06T04:00:00.000Z");
    expect(hoursOf(buckets.at(-1) ?? { start: NOW, end: NOW })).toBe(23);
  });

  it.each([
    ["Asia/Kolkata", "2026-11-24T19:00:00.000Z"],
    ["Asia/Kathmandu", "2026-11-24T19:00:00.000Z"],
    ["Australia/Adelaide", "2026-11-24T14:00:00.000Z"],
    ["UTC", "2026-11-25T00:00:00.000Z"],
  ])("begin in %s with the first whole hour of UTC in them", (timeZone, start) => {
    expect(iso(bucketsOf("7d", timeZone, NOW).at(-1)?.start)).toBe(start);
  });

  it.each(Intl.supportedValuesOf("timeZone"))("follow one another without a gap in %s", (timeZone) => {
    for (const period of ["24h", "7d", "30d"] as const) {
      const buckets = bucketsOf(period, timeZone, NOW);
      expect(buckets).toHaveLength({ "24h": 24, "7d": 7, "30d": 30 }[period]);
      for (const [index, { end }] of buckets.slice(0, -1).entries())
        expect(end).toEqual(buckets[index + 1]?.start);
      const [last] = buckets.slice(-1);
      expect(last && last.start <= NOW && NOW < last.end).toBe(true);
    }
  });
});
