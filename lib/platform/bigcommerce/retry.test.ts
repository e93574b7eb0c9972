import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Attempt, namedWaitMs, waitBeforeRetryMs } from "./retry.ts";

const attempt = (given: Partial<Attempt> & { named?: Record<string, string> } = {}): Attempt => {
  const { named = {}, ...rest } = given;
  return {
    method: "POST",
    status: 429,
    headers: new Headers(named),
    tries: 0,
    waitedMs: 0,
    chance: 1,
    ...rest,
  };
};

describe("namedWaitMs", () => {
  test.each([
    [{}, null],
    [{ "X-Retry-After": "3" }, 3_000],
    [{ "X-Rate-Limit-Time-Reset-Ms": "2500" }, 2_500],
    [{ "X-Retry-After": "3", "X-Rate-Limit-Time-Reset-Ms": "2500" }, 3_000],
    [{ "X-Retry-After": "1", "X-Rate-Limit-Time-Reset-Ms": "2500" }, 2_500],
    [{ "X-Retry-After": "soon" }, null],
    [{ "X-Retry-After": "-5" }, null],
    [{ "X-Retry-After": "" }, null],
  ])("%j names %j", (named, expected) => {
    expect(namedWaitMs(new Headers(named))).toBe(expected);
  });
});

describe("waitBeforeRetryMs", () => {
  test("a 429 waits as long as it names, writes included", () => {
    const named = { "X-Rate-Limit-Time-Reset-Ms": "1500" };
    expect(waitBeforeRetryMs(attempt({ named }), 2_000)).toBe(1_500);
  });

  test("a 429 that names more than the caller will wait is not waited for at all", () => {
    const named = { "X-Rate-Limit-Time-Reset-Ms": "1500" };
    expect(waitBeforeRetryMs(attempt({ named, waitedMs: 501 }), 2_000)).toBeNull();
    expect(waitBeforeRetryMs(attempt({ named, waitedMs: 500 }), 2_000)).toBe(1_500);
  });

  test("without named times the waits double, from half to the whole", () => {
    const waits = (chance: number) =>
      [0, 1, 2].map((tries) => waitBeforeRetryMs(attempt({ tries, chance }), 60_000));
    expect(waits(0)).toEqual([250, 500, 1_000]);
    expect(waits(1)).toEqual([500, 1_000, 2_000]);
  });

  test.each([500, 502, 503, 504])(
    "%i is tried again for what may be repeated, and not for a POST",
    (status) => {
      for (const method of ["GET", "PUT", "DELETE"] as const) {
        expect(waitBeforeRetryMs(attempt({ status, method }), 2_000)).toBe(500);
      }
      expect(waitBeforeRetryMs(attempt({ status }), 2_000)).toBeNull();
    },
  );

  test("a passing fault is tried again only so often where that is bounded, a 429 as before", () => {
    const after = (status: number, tries: number) =>
      waitBeforeRetryMs(attempt({ status, tries, method: "GET" }), 60_000, 2);
    expect([0, 1, 2].map((tries) => after(503, tries))).toEqual([500, 1_000, null]);
    expect(after(429, 2)).toBe(2_000);
  });

  test.each([200, 201, 204, 301, 400, 401, 403, 404, 409, 422, 501, 507])(
    "%i is taken as it is",
    (status) => {
      expect(waitBeforeRetryMs(attempt({ status, method: "GET" }), 60_000)).toBeNull();
    },
  );

  test("all waits together never exceed the bound, and the tries end", () => {
    fc.assert(
      fc.property(
        fc.nat(40_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (bound, chance, isLimited) => {
          let waitedMs = 0;
          let tries = 0;
          for (; tries < 50; tries += 1) {
            const status = isLimited ? 429 : 503;
            const waitMs = waitBeforeRetryMs(
              attempt({ status, method: "GET", tries, waitedMs, chance }),
              bound,
            );
            if (waitMs === null) break;
            waitedMs += waitMs;
          }
          expect(waitedMs).toBeLessThanOrEqual(bound);
          expect(tries).toBeLessThan(50);
        },
      ),
    );
  });
});
