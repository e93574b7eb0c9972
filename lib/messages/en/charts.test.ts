import { describe, expect, it } from "vitest";
import { bucketTime, bucketUtc, shiftedDayStart } from "#lib/messages/format/chart-time.ts";
import type { Chart } from "#lib/contract/chart.ts";
import {
  delayBarText,
  delaySentence,
  eventsSentence,
  eventsText,
  rejectedSentence,
  repeatsSentence,
} from "./charts.ts";

const here = { tag: "en-US", timeZone: "UTC" };
const german = { tag: "de-DE", timeZone: "UTC" };

const bucket = (start: string, rest: Partial<Chart["buckets"][number]> = {}) => ({
  start,
  end: start,
  counts: [0, 0],
  repeats: 0,
  rejected: 0,
  delayMs: null,
  isKept: true,
  ...rest,
});

const chart = (rest: Partial<Chart> = {}): Chart => ({
  period: "24h",
  timeZone: "America/Chicago",
  scopes: null,
  series: ["orders", "other"],
  buckets: [],
  delaySample: 100,
  keptDays: 30,
  mostFrequent: [],
  ...rest,
});

const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, " ");
const time = (iso: string, period: Chart["period"], timeZone: string, isLong = false, locale = here) =>
  plain(bucketTime(iso, { period, timeZone }, locale, isLong));

describe("the time of a bar", () => {
  it("is the store's, short below the bar and in full elsewhere", () => {
    const iso = "2026-11-25T16:00:00.000Z";
    expect(time(iso, "24h", "America/Chicago")).toBe("10 AM");
    expect(time(iso, "24h", "America/Chicago", true)).toBe("Nov 25, 10 AM");
    expect(time("2026-11-25T06:00:00.000Z", "7d", "America/Chicago")).toBe("Wed, Nov 25");
    expect(time("2026-11-25T06:00:00.000Z", "30d", "America/Chicago")).toBe("Nov 25");
    expect(time("2026-11-25T06:00:00.000Z", "30d", "America/Chicago", true)).toBe("Wed, Nov 25");
  });

  it("has minutes where the zone's hours begin between ours, and where the clock has no AM", () => {
    expect(time("2026-11-25T04:00:00.000Z", "24h", "Asia/Kolkata")).toBe("9:30 AM");
    expect(time("2026-11-25T16:00:00.000Z", "24h", "Europe/Berlin", false, german)).toBe("17:00");
  });

  it("is UTC where the browser does not know the zone", () => {
    expect(time("2026-11-25T16:00:00.000Z", "24h", "Mars/Olympus")).toBe("4 PM");
  });

  it("is told in UTC besides", () => {
    expect(plain(bucketUtc("2026-11-25T16:00:00.000Z", here))).toBe("Nov 25, 2026, 4:00:00 PM UTC");
  });
});

describe("a day that begins between two hours of UTC", () => {
  it("is told of", () => {
    const buckets = [bucket("2026-11-24T19:00:00.000Z")];
    const days = chart({ period: "7d", timeZone: "Asia/Kolkata", buckets });
    expect(plain(shiftedDayStart(days, here) ?? "")).toBe("12:30 AM");
    expect(shiftedDayStart({ ...days, period: "24h" }, here)).toBeNull();
    expect(shiftedDayStart({ ...days, timeZone: "Asia/Tokyo" }, here)).toBeNull();
  });
});

describe("the sentence of a chart", () => {
  const buckets = [
    bucket("2026-11-25T15:00:00.000Z", { counts: [1_200, 0], repeats: 1, rejected: 2 }),
    bucket("2026-11-25T16:00:00.000Z", { counts: [34, 1], delayMs: { median: 1_500, p95: 130_000 } }),
  ];

  it("tells all events, by group", () => {
    expect(eventsSentence(chart({ buckets }), here)).toBe(
      "1,235 events received in the last 24 hours: Orders 1,234, Other 1",
    );
    expect(eventsSentence(chart(), here)).toBe("0 events received in the last 24 hours");
    expect(eventsSentence(chart({ series: ["all"], scopes: ["store/order/created"], buckets }), here)).toBe(
      "1,234 events received in the last 24 hours",
    );
  });

  it("tells repeats, refusals and delays", () => {
    expect(repeatsSentence(chart({ buckets, period: "7d" }), here)).toBe(
      "1 repeated arrival in the last 7 days",
    );
    expect(rejectedSentence(chart({ buckets }), here)).toBe("2 rejected deliveries in the last 24 hours");
    expect(delaySentence(chart({ buckets }), here)).toBe(
      "Up to 1.5 sec for half of the events and 2.2 min for 95% of them in the last 24 hours",
    );
    expect(delaySentence(chart(), here)).toBe("No delay known in the last 24 hours");
  });
});

describe("what a bar says", () => {
  it("names the groups that it has", () => {
    expect(eventsText("Nov 25", ["orders", "other"], [3, 0], here)).toBe("Nov 25: 3 events. Orders 3");
    expect(eventsText("Nov 25", ["orders", "other"], [0, 0], here)).toBe("Nov 25: 0 events");
    expect(eventsText("Nov 25", ["all"], [1], here)).toBe("Nov 25: 1 event");
  });

  it("tells a delay, or that there was none", () => {
    expect(delayBarText("10 AM", { median: 80, p95: 1_000 }, here)).toBe(
      "10 AM: half within 80 ms, 95% within 1 sec",
    );
    expect(delayBarText("10 AM", null, here)).toBe("10 AM: no events");
  });
});
