import { expect, test } from "vitest";
import { absoluteTime, relativeTime, usableLocale, wholeNumber } from "./time.ts";

const now = Date.parse("2026-08-20T12:00:00Z");
const ago = (seconds: number) => new Date(now - seconds * 1_000).toISOString();

test.each([
  [0, "now"],
  [38, "38 seconds ago"],
  [119, "1 minute ago"],
  [2 * 3_600 + 5, "2 hours ago"],
  [25 * 3_600, "yesterday"],
  [6 * 86_400, "6 days ago"],
  [8 * 86_400, "Aug 12"],
  [365 * 86_400, "Aug 20, 2025"],
])("an age of %i seconds reads %j", (seconds, words) => {
  expect(relativeTime(ago(seconds), now, "en-US")).toBe(words);
});

test("a time ahead of this clock counts as now", () => {
  expect(relativeTime(ago(-90), now, "en-US")).toBe("now");
});

test("the absolute time names second and zone", () => {
  expect(absoluteTime("2026-08-20T15:56:12Z", "en-US", "America/Chicago").replaceAll("\u202f", " ")).toBe(
    "Aug 20, 2026, 10:56:12 AM CDT",
  );
});

test("a locale that Intl refuses gives way to American English", () => {
  expect(usableLocale("not a locale")).toBe("en-US");
  expect(usableLocale(null)).toBe("en-US");
  expect(usableLocale("de-de")).toBe("de-DE");
  expect(wholeNumber(1284, "en-US")).toBe("1,284");
});
