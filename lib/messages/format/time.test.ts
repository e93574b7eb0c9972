import { describe, expect, it, test } from "vitest";
import {
  absoluteTime,
  bothClocks,
  countdownText,
  dayWords,
  delayWords,
  relativeTime,
  spanWords,
  usableLocale,
  wholeNumber,
} from "./time.ts";

const here = { tag: "en-US", timeZone: "UTC" };
const chicago = { tag: "en-US", timeZone: "America/Chicago" };

const now = Date.parse("2026-08-20T12:00:00Z");
const ago = (seconds: number) => new Date(now - seconds * 1_000).toISOString();

test.each([
  [0, "just now"],
  [38, "38 seconds ago"],
  [119, "1 minute ago"],
  [2 * 3_600 + 5, "2 hours ago"],
  [25 * 3_600, "yesterday"],
  [6 * 86_400, "6 days ago"],
  [8 * 86_400, "Aug 12"],
  [365 * 86_400, "Aug 20, 2025"],
])("an age of %i seconds reads %j", (seconds, words) => {
  expect(relativeTime(ago(seconds), now, here, "just now")).toBe(words);
});

test("a time ahead of this clock counts as now", () => {
  expect(relativeTime(ago(-90), now, here, "just now")).toBe("just now");
});

test("the absolute time names second and zone", () => {
  expect(absoluteTime("2026-08-20T15:56:12Z", chicago).replaceAll("\u202f", " ")).toBe(
    "Aug 20, 2026, 10:56:12 AM CDT",
  );
});

test("the time on hover is told by both clocks", () => {
  expect(bothClocks("2026-08-20T15:56:12.123Z", chicago).replaceAll("\u202f", " ")).toBe(
    "Aug 20, 2026, 10:56:12 AM CDT · 2026-08-20 15:56:12 UTC",
  );
});

describe("a locale", () => {
  const tagOf = (tag: string | null, language: string) => usableLocale(tag, language, null).tag;

  it("is the person's, as long as it is of the page's language", () => {
    expect([tagOf("de-ch", "de"), tagOf("en-GB", "en"), tagOf("fr-CA", "fr")]).toEqual([
      "de-CH",
      "en-GB",
      "fr-CA",
    ]);
    expect([tagOf("ja-JP", "en"), tagOf("en-US", "de"), tagOf("en", "en")]).toEqual(["en-US", "de", "en-US"]);
  });

  it("that Intl refuses gives way to the language", () => {
    expect([tagOf("not a locale", "en"), tagOf(null, "en"), tagOf("", "fr")]).toEqual([
      "en-US",
      "en-US",
      "fr",
    ]);
  });

  it("has the store's time zone, unless nobody knows it", () => {
    const zoneOf = (zone: string | null) => usableLocale("en-US", "en", zone).timeZone;
    expect(zoneOf("America/Chicago")).toBe("America/Chicago");
    expect(zoneOf("Asia/Kathmandu")).toBe("Asia/Kathmandu");
    expect([zoneOf("Nowhere/Atall"), zoneOf(""), zoneOf(null)]).toEqual([undefined, undefined, undefined]);
  });
});

test("a number has the locale's separators", () => {
  expect([wholeNumber(1284, here), wholeNumber(1284, { ...here, tag: "de" })]).toEqual(["1,284", "1.284"]);
});

describe("a length of time", () => {
  it("is told in its largest whole unit", () => {
    const words = [900, 38_000, 60_000, 150_000, 3_600_000, 260_000_000].map((ms) => spanWords(ms, here));
    expect(words).toEqual(["0 seconds", "38 seconds", "1 minute", "2 minutes", "1 hour", "3 days"]);
  });
});

describe("the heading of a day", () => {
  const newYear = Date.UTC(2026, 0, 1, 0, 30);
  const at = (...date: [number, number, number, number]) => new Date(Date.UTC(...date)).toISOString();

  it("is today and yesterday by the calendar, not by hours", () => {
    expect(dayWords(at(2026, 0, 1, 0), newYear, here)).toBe("Today");
    expect(dayWords(at(2025, 11, 31, 23), newYear, here)).toBe("Yesterday");
  });

  it("goes by the store's calendar", () => {
    expect(dayWords(at(2026, 0, 1, 0), newYear, chicago)).toBe("Today");
    expect(dayWords(at(2025, 11, 31, 2), newYear, chicago)).toBe("Yesterday");
  });

  it("is said in the page's language", () => {
    const german = { tag: "de-DE", timeZone: "UTC" };
    expect(dayWords(at(2026, 0, 1, 0), newYear, german)).toBe("Heute");
    expect(dayWords(at(2025, 11, 29, 12), newYear, german)).toBe("Montag, 29. Dez. 2025");
  });

  it("names another day, and the year when it is another one", () => {
    expect(dayWords(at(2025, 11, 29, 12), newYear, here)).toBe("Monday, Dec 29, 2025");
    expect(dayWords(at(2026, 0, 5, 12), Date.UTC(2026, 0, 9), here)).toBe("Monday, Jan 5");
  });
});

describe("a delay", () => {
  it("is told in milliseconds below a second", () => {
    expect([80.4, 1_500, 130_000].map((ms) => delayWords(ms, here))).toEqual([
      "80 ms",
      "1 second",
      "2 minutes",
    ]);
  });
});

test.each([
  [161_000, "2:41"],
  [160_001, "2:41"],
  [60_000, "1:00"],
  [9_000, "0:09"],
  [0, "0:00"],
  [-5_000, "0:00"],
])("%i ms are left: %s", (leftMs, text) => {
  expect(countdownText(1_000_000 + leftMs, 1_000_000)).toBe(text);
});
