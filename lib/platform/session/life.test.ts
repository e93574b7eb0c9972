import { describe, expect, test } from "vitest";
import { sealedSeconds, sessionLife } from "./life.ts";

const START = 1_790_000_000;
const after = (seconds: number) => new Date((START + seconds) * 1000);
const lifeAfter = (seconds: number, { sealedAfter = 0, secondsSealed = 3600 } = {}) =>
  sessionLife(
    { startedAt: START, iat: START + sealedAfter, exp: START + sealedAfter + secondsSealed },
    after(seconds),
  );

describe("a session", () => {
  test("lives for an hour without use", () => {
    expect(lifeAfter(3599)).not.toBe("over");
    expect(lifeAfter(3600)).toBe("over");
  });

  test("is prolonged by use once a third of the hour is gone", () => {
    expect(lifeAfter(1199)).toBe("live");
    expect(lifeAfter(1200)).toBe("due");
  });

  test("is over after ten hours, however busy it was", () => {
    expect(lifeAfter(35_999, { sealedAfter: 34_000 })).not.toBe("over");
    expect(lifeAfter(36_000, { sealedAfter: 35_900 })).toBe("over");
  });

  test("is over when what was sealed ends, however early that is", () => {
    expect(lifeAfter(899, { secondsSealed: 900 })).toBe("live");
    expect(lifeAfter(900, { secondsSealed: 900 })).toBe("over");
  });

  test("is not prolonged when that would gain nothing", () => {
    expect(lifeAfter(35_000, { sealedAfter: 33_000 })).toBe("live");
  });

  test("is sealed for what is left of its ten hours", () => {
    expect(sealedSeconds(START, after(0))).toBe(3600);
    expect(sealedSeconds(START, after(35_000))).toBe(1000);
    expect(sealedSeconds(START, after(40_000))).toBe(0);
    expect(sealedSeconds(START, after(35_000), 900)).toBe(900);
    expect(sealedSeconds(START, after(35_500), 900)).toBe(500);
  });
});
