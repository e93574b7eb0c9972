import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SECTIONS } from "#lib/client/paths.ts";
import { deepLinkPath } from "./deep-link.ts";

describe("a deep link", () => {
  test.each([
    ["/events", "/events"],
    ["/events/", "/events"],
    ["/events?status=failed&q=1060", "/events?status=failed&q=1060"],
    ["/webhooks/store/order/created", "/webhooks/store/order/created"],
    ["/events?q=a b", "/events?q=a%20b"],
    ["/events?q=café 😀", "/events?q=caf%C3%A9%20%F0%9F%98%80"],
    ["/settings#part", "/settings"],
    ["/welcome", "/welcome"],
    ["/orders/1023/events", "/events?resource=order%3A1023&time=30d"],
    [`/events?q=${"x".repeat(1_990)}`, `/events?q=${"x".repeat(1_990)}`],
  ])("%s leads to a page of ours", (url, path) => {
    expect(deepLinkPath(url)).toBe(path);
  });

  test("leads to every page of a store, and each is in the navigation but the first steps", () => {
    const pages = readdirSync("app/s/[storeHash]", { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !["api", "auth"].includes(entry.name))
      .map(({ name }) => name);
    expect(pages.map((page) => deepLinkPath(`/${page}`))).toEqual(pages.map((page) => `/${page}`));
    expect(pages.toSorted()).toEqual([...SECTIONS, "welcome"].toSorted());
  });

  test.each([
    "",
    "/",
    "events",
    "/orders/12",
    "/orders/..%2f12/events",
    "//orders/12/events",
    "//evil.example/events",
    "///evil.example/events",
    "/\\evil.example/events",
    "\\\\evil.example/events",
    "/events\\..\\..",
    "https://evil.example/events",
    "javascript:alert(1)",
    "/%2f%2fevil.example",
    "/events/%2e%2e/%2e%2e/s/other",
    "/events/..%2f..%2fs/other",
    "/events/../../s/other/events",
    "/events\r\nSet-Cookie: a=b",
    "/events\t",
    "/events\u0085",
    "/\u2215/evil.example",
    " /events",
    "/s/other/events",
    `/events?q=${"x".repeat(1_991)}`,
  ])("%j leads to the overview", (url) => {
    expect(deepLinkPath(url)).toBe("/overview");
  });
});
