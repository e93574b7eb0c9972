import { describe, expect, test } from "vitest";
import {
  CATALOGUE,
  GROUPS,
  STARTER_SCOPES,
  coveringWildcards,
  findEntry,
  isKnownScope,
} from "./catalogue.ts";
import { describedScope } from "./descriptions.ts";
import { PRESETS } from "./presets.ts";

const wildcards = CATALOGUE.filter(({ isWildcard }) => isWildcard);
const single = CATALOGUE.filter(({ isWildcard }) => !isWildcard);

describe("the catalogue", () => {
  test("has the 179 documented events and 21 wildcards, 63 of them per channel", () => {
    expect([CATALOGUE.length, single.length, wildcards.length]).toEqual([200, 179, 21]);
    expect(CATALOGUE.filter(({ isPerChannel }) => isPerChannel)).toHaveLength(63);
  });

  test("names every scope and every title once", () => {
    expect(new Set(CATALOGUE.map(({ scope }) => scope)).size).toBe(200);
    expect(new Set(CATALOGUE.map(({ title }) => title)).size).toBe(200);
  });

  test("sorts by group and shows each group's wildcards first", () => {
    const sizes = GROUPS.map(({ id }) => CATALOGUE.filter(({ group }) => group === id).length);
    expect(sizes).toEqual([12, 4, 22, 10, 11, 14, 14, 14, 69, 11, 19]);
    expect([...new Set(CATALOGUE.map(({ group }) => group))]).toEqual(GROUPS.map(({ id }) => id));
    for (const { id } of GROUPS) {
      const kinds = CATALOGUE.filter(({ group }) => group === id).map(({ isWildcard }) => isWildcard);
      expect(kinds).toEqual(kinds.toSorted((one, other) => Number(other) - Number(one)));
    }
  });

  test.each(CATALOGUE)("writes $scope the way the screens speak", ({ scope, title }) => {
    const { summary = "", contains = "" } = describedScope(scope) ?? {};
    expect(title).toMatch(/^[A-Z].*[^.!]$/);
    expect(title.length).toBeLessThanOrEqual(45);
    expect(summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(contains).toMatch(/^[a-z].*[^.]$|^SKU.*[^.]$/);
    expect(`${title} ${summary} ${contains}`).not.toMatch(/\bAPI client\b|undefined|!|, and |, or both/);
  });

  test("keeps B2B Edition apart and asks no other store for it", () => {
    expect(CATALOGUE.filter(({ needsB2B }) => needsB2B).map(({ group }) => group)).toEqual(
      Array.from({ length: 19 }, () => "b2b"),
    );
  });

  test("asks for the least permission that reads the resource", () => {
    const readScopesOf = (scope: string) => describedScope(scope)?.readScopes;
    expect(readScopesOf("store/order/created")).toEqual(["store_v2_orders_read_only"]);
    expect(readScopesOf("store/cart/converted")).toEqual(["store_v2_orders_read_only"]);
    expect(readScopesOf("store/channel/*/inventory/product/stock_changed")).toEqual([
      "store_inventory_read_only",
    ]);
    expect(readScopesOf("store/app/uninstalled")).toEqual([]);
    expect(readScopesOf("store/order/*")).toEqual([
      "store_v2_orders_read_only",
      "store_v2_transactions_read_only",
    ]);
  });
});

describe("the descriptions", () => {
  test("are as many as the event types, and belong to nothing else", () => {
    expect(CATALOGUE.filter(({ scope }) => describedScope(scope) === null)).toEqual([]);
    expect(describedScope("store/nothing/here")).toBeNull();
    expect(describedScope("store/channel/7/order/created")).toBe(
      describedScope("store/channel/{channel_id}/order/created"),
    );
  });
});

describe("wildcards", () => {
  test("cover as many events as documented", () => {
    expect(Object.fromEntries(wildcards.map(({ scope, covers }) => [scope, covers.length]))).toEqual({
      "store/order/*": 11,
      "store/shipment/*": 3,
      "store/product/*": 11,
      "store/sku/*": 5,
      "store/product/metafield/*": 3,
      "store/product/variant/metafield/*": 3,
      "store/inventory/location/metafield/*": 3,
      "store/category/*": 6,
      "store/brand/metafield/*": 3,
      "store/customer/*": 8,
      "store/customer/address/*": 3,
      "store/subscriber/*": 3,
      "store/cart/*": 9,
      "store/cart/lineItem/*": 3,
      "store/channel/*": 2,
      "store/channel/{channel_id}/order/*": 6,
      "store/channel/{channel_id}/cart/*": 9,
      "store/channel/{channel_id}/cart/lineItem/*": 3,
      "store/channel/{channel_id}/category/*": 5,
      "store/channel/{channel_id}/settings/*": 24,
      "store/metafield/*": 3,
    });
  });

  test("cover single events only, and all that begin like them, save two documented exceptions", () => {
    const singleScopes = single.map(({ scope }) => scope);
    for (const { scope: wildcard, covers } of wildcards) {
      const below = singleScopes.filter((scope) => scope.startsWith(wildcard.slice(0, -1)));
      if (wildcard === "store/channel/*")
        expect(covers).toEqual(["store/channel/created", "store/channel/updated"]);
      else if (wildcard === "store/cart/*")
        expect(covers).toEqual(below.filter((scope) => !scope.includes("metafield")));
      else expect(covers).toEqual(below);
    }
    expect(single.flatMap(({ covers }) => covers)).toEqual([]);
  });

  test("are found from their members, the widest first", () => {
    expect(coveringWildcards("store/order/created")).toEqual(["store/order/*"]);
    expect(coveringWildcards("store/product/variant/metafield/created")).toEqual([
      "store/product/*",
      "store/product/variant/metafield/*",
    ]);
    expect(coveringWildcards("store/cart/metafield/created")).toEqual([]);
    expect(coveringWildcards("store/channel/*/inventory/product/stock_changed")).toEqual([]);
    expect(coveringWildcards("store/nothing/created")).toEqual([]);
  });

  test("are found from narrower wildcards but never from themselves", () => {
    expect(coveringWildcards("store/cart/lineItem/*")).toEqual(["store/cart/*"]);
    expect(coveringWildcards("store/cart/*")).toEqual([]);
  });

  test("name the channel of the scope that was asked about", () => {
    expect(coveringWildcards("store/channel/3/order/created")).toEqual(["store/channel/3/order/*"]);
    expect(coveringWildcards("store/channel/{channel_id}/order/created")).toEqual([
      "store/channel/{channel_id}/order/*",
    ]);
  });
});

describe("finding an entry", () => {
  test("takes a channel's scope to its template", () => {
    expect(findEntry("store/channel/1/order/created")?.scope).toBe(
      "store/channel/{channel_id}/order/created",
    );
    expect(findEntry("store/channel/27/settings/*")?.scope).toBe("store/channel/{channel_id}/settings/*");
  });

  test("takes the asterisk of inventory as it stands", () => {
    expect(findEntry("store/channel/*/inventory/product/stock_changed")?.isWildcard).toBe(false);
    expect(isKnownScope("store/channel/1/inventory/product/stock_changed")).toBe(false);
  });

  test.each(["", "store/order", "store/order/created/", "store/channel/x/order/created", "constructor"])(
    "does not know %j",
    (scope) => {
      expect(findEntry(scope)).toBeNull();
      expect(isKnownScope(scope)).toBe(false);
    },
  );
});

describe.each([{ id: "starter set", scopes: STARTER_SCOPES }, ...PRESETS])("the choice $id", ({ scopes }) => {
  test("has single, store-wide, known events, each once and open to every store", () => {
    expect(new Set(scopes).size).toBe(scopes.length);
    for (const scope of scopes) {
      expect(findEntry(scope)).toMatchObject({
        scope,
        isWildcard: false,
        isPerChannel: false,
        needsB2B: false,
      });
    }
  });
});
