import { describe, expect, it } from "vitest";
import { trendWords } from "./overview.ts";

const here = { tag: "en-US", timeZone: "UTC" };

describe("how today compares", () => {
  it("is told in whole percents of the day before", () => {
    expect(trendWords(112, 100, here)).toBe("up 12% on the day before");
    expect(trendWords(50, 100, here)).toBe("down 50% on the day before");
  });

  it("is the same when it hardly differs", () => {
    expect(trendWords(1_001, 1_000, here)).toBe("same as the day before");
  });

  it("never divides by a day without events", () => {
    expect(trendWords(5, 0, here)).toBe("");
    expect(trendWords(5, null, here)).toBe("");
    expect(trendWords(0, 0, here)).toBe("same as the day before");
  });
});
