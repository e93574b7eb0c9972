import { describe, expect, test } from "vitest";
import { SignatureClock } from "./signature-clock.ts";

const NOW_SECONDS = 1_800_000_000;
const now = new Date(NOW_SECONDS * 1000);

/** A clock that heard so many arrivals, each signed so far from our time. */
function heard(offsetsSeconds: readonly number[]): SignatureClock {
  const clock = new SignatureClock();
  for (const [n, offset] of offsetsSeconds.entries()) clock.add(`delivery ${n}`, NOW_SECONDS + offset, 1_000);
  return clock;
}

describe("the clock of signatures", () => {
  test("says how far ours is ahead or behind", () => {
    expect(heard([-600, -601, -600, -603, -600]).aheadSeconds(now, 1_000)).toBe(600);
    expect(heard([600, 600, 599, 600, 598]).aheadSeconds(now, 1_000)).toBe(-600);
    expect(heard([0, -1, 0, -2, 0]).aheadSeconds(now, 1_000)).toBe(0);
  });

  test("says nothing by a few, nor by what came long ago", () => {
    expect(heard([-600, -600, -600, -600]).aheadSeconds(now, 1_000)).toBeNull();
    expect(heard([-600, -600, -600, -600, -600]).aheadSeconds(now, 1_000 + 11 * 60_000)).toBeNull();
  });

  test("is not moved by some that are odd, nor by one that is sent again and again", () => {
    expect(heard([0, -9_000, 0, -9_000, 0]).aheadSeconds(now, 1_000)).toBe(0);
    const clock = heard([0, 0, 0, 0, 0]);
    for (let n = 0; n < 100; n++) clock.add("replayed", NOW_SECONDS - 9_000, 1_000);
    expect(clock.aheadSeconds(now, 1_000)).toBe(0);
  });

  test("is right at once when our clock was put right", () => {
    const clock = heard([-600, -600, -600, -600, -600]);
    const putRight = new Date(now.getTime() - 600_000 + 1_000);
    expect(clock.aheadSeconds(putRight, 2_000)).toBe(0);
  });
});
