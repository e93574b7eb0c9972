import fc from "fast-check";
import { expect, test } from "vitest";
import { Bucket } from "./bucket.ts";

test("begins empty, and lets a first request go after its part of a second", () => {
  const bucket = new Bucket(10, 5_000);
  expect(bucket.waitMs(5_000)).toBe(100);
  expect(bucket.waitMs(5_040)).toBeCloseTo(60);
  expect(bucket.waitMs(5_100)).toBe(0);
  bucket.take(5_100);
  expect(bucket.waitMs(5_100)).toBeCloseTo(100);
});

test("without a limit nothing waits", () => {
  const bucket = new Bucket(null, 0);
  for (let times = 0; times < 100; times++) {
    expect(bucket.waitMs(0)).toBe(0);
    bucket.take(0);
  }
});

test("whenever it is asked, no second has more starts than the rate, and one", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0.5, 1, 3, 10, 40),
      fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 5, maxLength: 200 }),
      (perSecond, gapsMs) => {
        const bucket = new Bucket(perSecond, 0);
        const starts: number[] = [];
        let nowMs = 0;
        for (const gapMs of gapsMs) {
          nowMs += gapMs;
          while (bucket.waitMs(nowMs) === 0) {
            bucket.take(nowMs);
            starts.push(nowMs);
          }
        }
        for (const from of starts) {
          const within = starts.filter((at) => at >= from && at < from + 1_000).length;
          expect(within).toBeLessThanOrEqual(perSecond + 1);
        }
      },
    ),
  );
});
