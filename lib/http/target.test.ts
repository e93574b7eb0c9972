import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTarget } from "./target.ts";

const path = (url: string, authority?: string) => ({
  kind: "path",
  url,
  ...(authority !== undefined && { authority }),
});
const unreadable = { kind: "unreadable" };

test.each([
  ["/"],
  ["/api/webhooks/abc123"],
  ["/s/abc123/events?q=%00&from=%FF"],
  ["/s/abc123/events/%E2%82%AC"],
  ["/s//abc123/"],
  ["/?#"],
])("%s is taken as it is", (target) => {
  expect(readTarget("GET", target)).toEqual(path(target));
});

test.each([
  ["http://keeper.example.com/api/webhooks/abc?x=1", "/api/webhooks/abc?x=1", "keeper.example.com"],
  ["HTTPS://evil.example:8443/s/abc/overview", "/s/abc/overview", "evil.example:8443"],
  ["http://keeper.example.com", "/", "keeper.example.com"],
  ["http://keeper.example.com?x", "/?x", "keeper.example.com"],
])("%s counts as its path", (target, url, authority) => {
  expect(readTarget("POST", target)).toEqual(path(url, authority));
});

test.each([
  ["//api/webhooks/abc", "/api/webhooks/abc"],
  ["/api//webhooks///abc/", "/api/webhooks/abc"],
  ["/api\\webhooks/abc?a=//b/", "/api/webhooks/abc?a=//b/"],
  ["/api/health/", "/api/health"],
])("%s is the address of a program with too many slashes", (target, url) => {
  expect(readTarget("POST", target)).toEqual(path(url));
});

describe("nothing of ours is at", () => {
  test.each([
    ["/s/%FF/overview"],
    ["/s/%ED%A0%80/overview"],
    ["/s/%00/overview"],
    ["/api/webhooks/%"],
    ["/api/webhooks/%E0%A4%A"],
    ["/é"],
    [""],
    ["api/webhooks/abc"],
    ["ftp://keeper.example.com/api"],
    ["http://user@keeper.example.com/api"],
    ["http:///api"],
    ["*"],
  ])("%s", (target) => {
    expect(readTarget("GET", target)).toEqual(unreadable);
  });
});

test("the server as a whole can be asked for its options, and nothing else", () => {
  expect(readTarget("OPTIONS", "*")).toEqual({ kind: "server" });
  expect(readTarget("POST", "*")).toEqual(unreadable);
});

test("whatever is sent, what is read is a path that decodes", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom("/", "\\", "%", "0", "a", "F", "*", "?", "#", "@", ".", "é", "http://"),
      }),
      (target) => {
        const read = readTarget("GET", target);
        if (read.kind !== "path") return;
        expect(read.url).toMatch(/^\//);
        expect(decodeURIComponent(read.url.split(/[?#]/)[0] ?? "%")).not.toContain("\0");
      },
    ),
  );
});
