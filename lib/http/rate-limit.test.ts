import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { counterOf, Limiter, TooManyRequests } from "./rate-limit.ts";

describe("a limit", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: 0 }));
  afterEach(() => void vi.useRealTimers());

  test("lets as many in as there is room for, and says when there is room again", async () => {
    const limiter = new Limiter("trial", 3, 60);
    for (let count = 0; count < 3; count++) await limiter.admit("a");
    vi.setSystemTime(20_000);
    const refusal = await limiter.admit("a").catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooManyRequests);
    expect(refusal).toMatchObject({ code: "RATE_LIMITED", retryAfterMs: 40_000 });
    vi.setSystemTime(60_001);
    await limiter.admit("a");
  });

  test("counts each key by itself", async () => {
    const limiter = new Limiter("trial", 1, 60);
    await limiter.admit("a");
    await limiter.admit("b");
    await expect(limiter.admit("a")).rejects.toThrow(TooManyRequests);
  });

  test("is not moved by being asked again and again while there is no room", async () => {
    const limiter = new Limiter("trial", 1, 60);
    await limiter.admit("a");
    for (const now of [10_000, 30_000, 59_000]) {
      vi.setSystemTime(now);
      await expect(limiter.admit("a")).rejects.toMatchObject({ retryAfterMs: 60_000 - now });
    }
    vi.setSystemTime(60_001);
    await limiter.admit("a");
  });
});

describe("the counters of addresses", () => {
  test("are so many and no more, however many addresses there are", () => {
    const secret = randomBytes(16);
    const counters = new Set(
      Array.from({ length: 200_000 }, (_, index) =>
        counterOf(`2001:db8:0:${index.toString(16)}::/64`, secret),
      ),
    );
    expect(counters.size).toBeLessThanOrEqual(16_384);
    expect(counters.size).toBeGreaterThan(16_000);
  });

  test("are given out anew by every process", () => {
    const [one, other] = [randomBytes(16), randomBytes(16)];
    const moved = Array.from({ length: 100 }, (_, index) => `203.0.113.${index}`).filter(
      (address) => counterOf(address, one) !== counterOf(address, other),
    );
    expect(moved.length).toBeGreaterThan(90);
  });
});
