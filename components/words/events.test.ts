import { describe, expect, it } from "vitest";
import { dayWords, EVENTS, spanWords } from "./events.ts";

describe("a length of time", () => {
  it("is told in its largest whole unit", () => {
    const words = [900, 38_000, 60_000, 150_000, 3_600_000, 260_000_000].map((ms) => spanWords(ms, "en-US"));
    expect(words).toEqual(["0 seconds", "38 seconds", "1 minute", "2 minutes", "1 hour", "3 days"]);
  });
});

describe("the heading of a day", () => {
  const now = new Date(2026, 0, 1, 0, 30).getTime();
  const at = (...date: [number, number, number, number]) => new Date(...date).toISOString();

  it("is today and yesterday by the calendar, not by hours", () => {
    expect(dayWords(at(2026, 0, 1, 0), now, "en-US")).toBe("Today");
    expect(dayWords(at(2025, 11, 31, 23), now, "en-US")).toBe("Yesterday");
  });

  it("names another day, and the year when it is another one", () => {
    expect(dayWords(at(2025, 11, 29, 12), now, "en-US")).toBe("Monday, Dec 29, 2025");
    expect(dayWords(at(2026, 0, 5, 12), new Date(2026, 0, 9).getTime(), "en-US")).toBe("Monday, Jan 5");
  });
});

describe("the button for new events", () => {
  it("counts them, and says when there may be more", () => {
    expect([EVENTS.showNew(1, false), EVENTS.showNew(4, false), EVENTS.showNew(50, true)]).toEqual([
      "Show 1 new event",
      "Show 4 new events",
      "Show 50+ new events",
    ]);
  });
});
