import { describe, expect, it } from "vitest";
import { delayWords, trendWords } from "./overview.ts";

describe("how today compares", () => {
  it("is told in whole percents of the day before", () => {
    expect(trendWords(112, 100, "en-US")).toBe("up 12% on the day before");
    expect(trendWords(50, 100, "en-US")).toBe("down 50% on the day before");
  });

  it("is the same when it hardly differs", () => {
    expect(trendWords(1_001, 1_000, "en-US")).toBe("as on the day before");
  });

  it("never divides by a day without events", () => {
    expect(trendWords(5, 0, "en-US")).toBe("none on the day before");
    expect(trendWords(0, 0, "en-US")).toBe("as on the day before");
  });
});

describe("a delay", () => {
  it("is told in milliseconds below a second", () => {
    expect([80.4, 1_500, 130_000].map((ms) => delayWords(ms, "en-US"))).toEqual([
      "80 ms",
      "1 second",
      "2 minutes",
    ]);
  });
});
