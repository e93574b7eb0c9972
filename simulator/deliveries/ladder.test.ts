import { expect, test } from "vitest";
import { ATTEMPTS_MAX, isTooQuiet, nextAttemptMs } from "./ladder.ts";

test("twelve attempts span 48 hours and 4 minutes, each wait counted from the failure before", () => {
  const minutes: number[] = [];
  let atMs: number | null = 0;
  for (let failures = 1; ; failures += 1) {
    minutes.push(atMs / 60_000);
    atMs = nextAttemptMs(failures, atMs);
    if (atMs === null) break;
  }
  expect(minutes).toEqual([0, 1, 4, 9, 19, 34, 64, 124, 244, 604, 1444, 2884]);
  expect(ATTEMPTS_MAX).toBe(12);
});

test("after the twelfth failure there is no further attempt", () => {
  expect(nextAttemptMs(11, 5_000)).toBe(5_000 + 86_400_000);
  expect(nextAttemptMs(12, 5_000)).toBeNull();
});

test("a hook is too quiet at 90 days and not a millisecond sooner", () => {
  const days90 = 90 * 86_400_000;
  expect(isTooQuiet(1_000, 1_000 + days90 - 1)).toBe(false);
  expect(isTooQuiet(1_000, 1_000 + days90)).toBe(true);
});
