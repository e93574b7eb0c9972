import { expect, test } from "vitest";
import { eventPath, scopeOfPath, toQuery, webhookPath } from "./paths.ts";

test("a scope survives the way into an address and back", () => {
  for (const scope of ["store/order/created", "store/order/*", "store/channel/1/cart/lineItem/created"]) {
    expect(scopeOfPath("abc", webhookPath("abc", scope))).toBe(scope);
  }
});

test("an address without a scope, of another store or broken names none", () => {
  expect(scopeOfPath("abc", "/s/abc/webhooks")).toBeNull();
  expect(scopeOfPath("abc", "/s/abcd/webhooks/store/order/created")).toBeNull();
  expect(scopeOfPath("abc", "/s/abc/webhooks/%E0%A4%A")).toBeNull();
});

test("what is empty stays out of the query, and ids are escaped", () => {
  expect(toQuery({ q: "", show: null, state: undefined, limit: 1 })).toBe("?limit=1");
  expect(toQuery({})).toBe("");
  expect(eventPath("abc", "a/b")).toBe("/s/abc/events/a%2Fb");
});
