import { describe, expect, test } from "vitest";
import { CATALOGUE, findEntry } from "#lib/catalogue/catalogue.ts";
import { describedScope } from "#lib/catalogue/descriptions.ts";
import { limitOf } from "./event-type-limits.ts";

const limit = (scope: string) => {
  const entry = findEntry(scope);
  if (!entry) throw new Error(`${scope} is not in the catalogue`);
  return limitOf(entry);
};

describe("every one of the 200 event types", () => {
  test.each(CATALOGUE)("$scope says what happens, what it leaves out and what reads it", (entry) => {
    const said = describedScope(entry.scope);
    expect(said?.summary).toMatch(/^[A-Z].*\.$/);
    expect(limitOf(entry)).toMatch(/^[A-Z].*\.$/);
    expect(limitOf(entry)).not.toMatch(/undefined|store\/|\bAPI client\b/);
    // What the read permission is called at BigCommerce; that of B2B Edition has no published name.
    for (const scope of said?.readScopes ?? [])
      expect(scope).toMatch(/^(store_[a-z0-9_]+|B2B Edition: modify)$/);
    if (entry.isWildcard) expect(entry.covers.length).toBeGreaterThan(1);
    if (entry.isPerChannel && !entry.isWildcard) expect(limitOf(entry)).toContain("Other channels");
    if (entry.needsB2B) expect(limitOf(entry)).toContain("B2B Edition");
  });

  test("are 200", () => {
    expect(CATALOGUE).toHaveLength(200);
  });
});

test("known gaps are told where somebody would look for them", () => {
  expect(limit("store/order/created")).toContain("unpaid");
  expect(limit("store/brand/metafield/created")).not.toBe("");
  expect(limit("store/cart/abandoned")).toContain("hour");
  expect(limit("store/channel/3/order/created")).toContain("Other channels are left out.");
  const literal = CATALOGUE.filter(({ scope }) => scope.startsWith("store/channel/*/"));
  expect(literal.length).toBeGreaterThan(0);
  for (const entry of literal) expect(limitOf(entry)).toContain("registered as it is");
});
