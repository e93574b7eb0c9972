import { expect, test } from "vitest";
import { zonedIso, zonedText } from "./zoned.ts";

test.each([
  ["2026-08-20T10:56", "America/Chicago", "2026-08-20T15:56:00.000Z"],
  ["2026-12-20T10:56", "America/Chicago", "2026-12-20T16:56:00.000Z"],
  ["2026-08-20T00:15", "Asia/Kolkata", "2026-08-19T18:45:00.000Z"],
  ["2026-01-01T00:00", "Pacific/Auckland", "2025-12-31T11:00:00.000Z"],
  ["2026-03-08T03:30", "America/Chicago", "2026-03-08T08:30:00.000Z"],
  ["2026-08-20T10:56", "UTC", "2026-08-20T10:56:00.000Z"],
])("%s in %s is %s, and back", (text, timeZone, iso) => {
  expect(zonedIso(text, timeZone)).toBe(iso);
  expect(zonedText(iso, timeZone)).toBe(text);
});

test("a time of the reader's own clock comes back as it was", () => {
  expect(zonedText(zonedIso("2026-08-20T10:56", undefined), undefined)).toBe("2026-08-20T10:56");
});

test("nothing stays nothing", () => {
  expect(zonedText(null, "UTC")).toBe("");
  expect([zonedIso("", "UTC"), zonedIso("soon", "UTC")]).toEqual([null, null]);
});
