import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { currentRequestId, outsideRequests, requestIdOf, withRequestId } from "./request-id.ts";

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

describe("a request's id", () => {
  test.each([
    "0af7651916cd43dd8448eb211c80319c",
    "7b1c5f0e-9d53-4f59-8a52-2f4e3c1f7a11",
    "Root=1-67891233-abcdef012345678912345678",
  ])("is the proxy's: %s", (given) => {
    expect(requestIdOf(given)).toBe(given);
  });

  test.each([undefined, "", "a b", 'x","level":"error', "a\nb", "é", "x".repeat(129), ["a", "b"]])(
    "is one of ours when the proxy's is none: %j",
    (given) => {
      expect(requestIdOf(given)).toMatch(UUID);
    },
  );

  test("goes with everything that is done for the request, and with nothing else", async () => {
    const seen = async () => {
      await wait(1);
      return currentRequestId();
    };
    const both = await Promise.all([withRequestId("one", seen), withRequestId("two", seen), seen()]);
    expect(both).toEqual(["one", "two", undefined]);
    expect(await withRequestId("one", () => outsideRequests(seen))).toBeUndefined();
  });
});
