import { describe, expect, test } from "vitest";
import { refusedRequest, Rejections } from "./rejections.ts";
import { SECRET_HEADER } from "./headers.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25, 10, 0, seconds));
const small = refusedRequest({ host: "keeper.example.com" }, 1);
const large = refusedRequest({ host: "keeper.example.com" }, 2);

describe("counts of refusals", () => {
  test("are kept apart by store and reason, with the last of each", () => {
    const rejections = new Rejections();
    rejections.add("abc", "no_proof", small, at(1));
    rejections.add("abc", "no_proof", large, at(2));
    rejections.add("abc", "wrong_secret", small, at(3));
    rejections.add("def", "no_proof", small, at(4));
    expect(rejections.take()).toEqual([
      { storeHash: "abc", reason: "no_proof", count: 2, firstAt: at(1), lastAt: at(2), last: large },
      { storeHash: "abc", reason: "wrong_secret", count: 1, firstAt: at(3), lastAt: at(3), last: small },
      { storeHash: "def", reason: "no_proof", count: 1, firstAt: at(4), lastAt: at(4), last: small },
    ]);
    expect(rejections.take()).toEqual([]);
  });

  test("that are put back are added to what came meanwhile, which stays the last", () => {
    const rejections = new Rejections();
    rejections.add("abc", "no_proof", small, at(1));
    const taken = rejections.take();
    rejections.add("abc", "no_proof", large, at(2));
    rejections.putBack(taken);
    expect(rejections.take()).toEqual([
      { storeHash: "abc", reason: "no_proof", count: 2, firstAt: at(1), lastAt: at(2), last: large },
    ]);
  });
});

describe("what is remembered of a refused request", () => {
  test("are names of headers and harmless values, never a signature, a secret or a cookie", () => {
    const headers = {
      "user-agent": "curl/8",
      "webhook-signature": "v1,c2VjcmV0",
      [SECRET_HEADER]: "hunter2",
      cookie: "session=1",
      authorization: "Bearer abc",
    };
    const remembered = refusedRequest(headers, 5);
    expect(remembered).toEqual({
      headers: Object.keys(headers),
      values: { "user-agent": "curl/8" },
      bytes: 5,
    });
  });

  test("has a bound, and nothing that PostgreSQL's JSON would refuse", () => {
    const names = Array.from({ length: 1_000 }, (_, index) => [`x-${index}-${"y".repeat(500)}`, ""]);
    const headers = { "user-agent": `${"a".repeat(119)}😀\0`, ...Object.fromEntries(names) };
    const remembered = refusedRequest(headers, 0);
    expect(JSON.stringify(remembered).length).toBeLessThan(4_000);
    expect(remembered.values["user-agent"]?.isWellFormed()).toBe(true);
  });
});
