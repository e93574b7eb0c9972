import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Pace,
  paceAfterAnswer,
  paceAfterCall,
  paceAfterSilence,
  paceWaitMs,
  quotaRoom,
  UNKNOWN_PACE,
} from "./pace.ts";

const WINDOW_MS = 30_000;

const figures = (left: number, resetMs: number, quota = 100) =>
  new Headers({
    "X-Rate-Limit-Time-Window-Ms": String(WINDOW_MS),
    "X-Rate-Limit-Time-Reset-Ms": String(resetMs),
    "X-Rate-Limit-Requests-Quota": String(quota),
    "X-Rate-Limit-Requests-Left": String(left),
  });
/** The pace after one call at 0 that was answered at once. */
const known = (left: number, resetMs: number, quota = 100): Pace =>
  paceAfterAnswer(
    paceAfterCall(UNKNOWN_PACE, 0),
    { headers: figures(left, resetMs, quota), refusedForMs: null, sentAtMs: 0 },
    0,
  );

describe("paceWaitMs", () => {
  test("waits for nothing as long as nothing is known", () => {
    expect(paceWaitMs(UNKNOWN_PACE, 0)).toBe(0);
  });

  test.each([
    ["the first half of the quota goes as it comes", 51, 0],
    ["the other half is spread over the rest of the window", 50, 20_000 / 41],
    ["fewer calls lie further apart", 30, 20_000 / 21],
    ["the last one before the reserve", 11, 10_000],
    ["the reserve is not touched before the window ends", 10, 20_000],
    ["nor is more than nothing left", 0, 20_000],
  ])("%s", (_what, left, waitMs) => {
    expect(paceWaitMs(known(left, 20_000), 0)).toBe(Math.ceil(waitMs));
  });

  test("is over when the window is", () => {
    expect(paceWaitMs(known(0, 20_000), 19_999)).toBe(1);
    expect(paceWaitMs(known(0, 20_000), 20_000)).toBe(0);
  });

  test("after a refusal lasts as long as BigCommerce said, whatever is left", () => {
    const refused = { headers: figures(35, 2_000), refusedForMs: 5_000, sentAtMs: 0 };
    const pace = paceAfterAnswer(paceAfterCall(UNKNOWN_PACE, 0), refused, 1_000);
    expect(paceWaitMs(pace, 1_000)).toBe(5_000);
    expect(paceWaitMs(pace, 6_000)).toBe(0);
  });
});

describe("what is left", () => {
  test("falls with each call that is under way, and with the calls of others", () => {
    const busy = paceAfterCall(paceAfterCall(known(60, 20_000), 10), 20);
    expect(busy.left).toBe(58);
    const answer = { headers: figures(40, 19_970), refusedForMs: null, sentAtMs: 10 };
    expect(paceAfterAnswer(busy, answer, 30)).toMatchObject({ left: 39, underWay: 1 });
  });

  test("is not raised by an answer that was overtaken, or that is about an earlier window", () => {
    const busy = paceAfterCall(paceAfterCall(known(60, 1_000), 10), 20);
    const late = { headers: figures(60, 990), refusedForMs: null, sentAtMs: 10 };
    expect(paceAfterAnswer(busy, late, 30).left).toBe(58);
    const next = paceAfterCall(busy, 1_000);
    expect(next).toMatchObject({ left: 99, resetsAtMs: 31_000 });
    const later = { headers: figures(57, 5), refusedForMs: null, sentAtMs: 20 };
    expect(paceAfterAnswer(next, later, 1_010)).toMatchObject({ left: 99, resetsAtMs: 31_000 });
  });

  test("is corrected when the next window had begun without us", () => {
    const next = paceAfterCall(known(0, 1_000), 1_000);
    const answer = { headers: figures(20, 5_000), refusedForMs: null, sentAtMs: 1_000 };
    expect(paceAfterAnswer(next, answer, 1_010)).toMatchObject({ left: 20, resetsAtMs: 6_010 });
  });

  test("is not touched by an answer without figures, or by none", () => {
    const busy = paceAfterCall(known(60, 20_000), 10);
    const bare = { headers: new Headers(), refusedForMs: null, sentAtMs: 10 };
    expect(paceAfterAnswer(busy, bare, 20)).toMatchObject({ left: 59, underWay: 0, resetsAtMs: 20_000 });
    expect(paceAfterSilence(busy)).toMatchObject({ left: 59, underWay: 0 });
  });
});

describe("any number of calls, beside other apps, with any latency", () => {
  /** Windows as BigCommerce counts them, and calls made by as many callers as are under way at once. */
  function play(calls: number, quota: number, callers: number, latencyMs: number, foreign: number) {
    let pace = UNKNOWN_PACE;
    let nowMs = 0;
    let made = 0;
    let refused = 0;
    let window = { endsAtMs: -Infinity, requests: 0 };
    const underWay: { atMs: number; sentAtMs: number; headers: Headers }[] = [];
    const take = () => {
      if (nowMs >= window.endsAtMs) window = { endsAtMs: nowMs + WINDOW_MS, requests: foreign };
      window.requests += 1;
      return figures(Math.max(0, quota - window.requests), window.endsAtMs - nowMs, quota);
    };
    while (made < calls || underWay.length > 0) {
      const waitMs = made < calls && underWay.length < callers ? paceWaitMs(pace, nowMs) : Infinity;
      const [next] = underWay;
      if (nowMs + waitMs <= (next?.atMs ?? Infinity)) {
        nowMs += waitMs;
        if (waitMs > 0 && paceWaitMs(pace, nowMs) > 0) continue;
        const headers = take();
        if (window.requests > quota) refused += 1;
        pace = paceAfterCall(pace, nowMs);
        underWay.push({ atMs: nowMs + latencyMs, sentAtMs: nowMs, headers });
        made += 1;
      } else if (next) {
        underWay.shift();
        nowMs = Math.max(nowMs, next.atMs);
        pace = paceAfterAnswer(
          pace,
          { headers: next.headers, refusedForMs: null, sentAtMs: next.sentAtMs },
          nowMs,
        );
      }
    }
    return { refused, tookMs: nowMs };
  }

  test("are not refused once", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 20, max: 450 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 0.8, noNaN: true }),
        (calls, quota, callers, latencyMs, share) => {
          expect(play(calls, quota, callers, latencyMs, Math.floor(quota * share)).refused).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("190 of them at a quota of 150 take little more than one window", () => {
    const { refused, tookMs } = play(210, 150, 4, 40, 0);
    expect(refused).toBe(0);
    expect(tookMs).toBeGreaterThan(WINDOW_MS);
    expect(tookMs).toBeLessThan(40_000);
  });
});

describe("the room that is left", () => {
  const counted = { ...UNKNOWN_PACE, quota: 100, windowMs: 30_000, left: 40, resetsAtMs: 31_000 };

  test("is all of it while nothing is known, or once the window ended", () => {
    expect(quotaRoom(UNKNOWN_PACE, 1_000)).toEqual({ share: 1, renewedInMs: 0 });
    expect(quotaRoom(counted, 31_000)).toEqual({ share: 1, renewedInMs: 0 });
  });

  test("is what BigCommerce counts, until the window ends", () => {
    expect(quotaRoom(counted, 1_000)).toEqual({ share: 0.4, renewedInMs: 30_000 });
    expect(quotaRoom({ ...counted, left: -2 }, 1_000).share).toBe(0);
  });

  test("is nothing while BigCommerce takes no calls", () => {
    expect(quotaRoom({ ...counted, heldUntilMs: 6_000 }, 1_000)).toEqual({ share: 0, renewedInMs: 5_000 });
  });
});
