import { describe, expect, test } from "vitest";
import { CATALOGUE } from "./catalogue.ts";
import { samplePayload } from "./sample.ts";

const single = CATALOGUE.filter(({ isWildcard }) => !isWildcard);

describe("an example payload", () => {
  test.each(single)("of $scope has the six keys in wire order", ({ scope }) => {
    const payload = samplePayload(scope, "abc123");
    expect(Object.keys(payload)).toEqual(["producer", "hash", "created_at", "store_id", "scope", "data"]);
    expect(payload).toMatchObject({
      producer: "stores/abc123",
      hash: expect.stringMatching(/^[0-9a-f]{40}$/),
      created_at: expect.any(Number),
      store_id: expect.stringMatching(/^\d+$/),
      scope: scope.replace("{channel_id}", "1"),
    });
  });

  test.each([
    ["store/order/created", ["type", "id"]],
    ["store/order/statusUpdated", ["type", "id", "status"]],
    ["store/order/metafield/created", ["metafield_id", "resource_id"]],
    ["store/shipment/updated", ["type", "id", "orderId"]],
    ["store/product/inventory/order/updated", ["type", "id", "inventory"]],
    ["store/sku/created", ["type", "id", "sku"]],
    ["store/customer/address/updated", ["type", "id", "address"]],
    ["store/cart/abandoned", ["type", "id", "token"]],
    ["store/cart/lineItem/created", ["type", "id", "cartId"]],
    ["store/channel/created", ["type", "id"]],
    ["store/channel/{channel_id}/order/created", ["order_id"]],
    ["store/channel/{channel_id}/cart/lineItem/created", ["cart_id", "cart_item_id"]],
    ["store/channel/{channel_id}/settings/currency/updated", []],
    ["store/channel/*/inventory/product/low_stock_reached", ["variant_id", "product_id", "location_id"]],
    ["store/metafield/created", ["metafield_id", "resource_id", "resource_type"]],
    ["store/priceLists/deleted", ["price_list_ids"]],
    ["store/quote/created", ["quote_id", "quote_uuid"]],
  ])("of %s has the data of its kind", (scope, keys) => {
    expect(Object.keys(samplePayload(scope, "abc123").data)).toEqual(keys);
  });

  test("has an array only for batches of prices", () => {
    const arrays = single.filter(({ scope }) => Array.isArray(samplePayload(scope, "abc123").data));
    expect(arrays.map(({ scope }) => scope)).toEqual([
      "store/priceList/records/created",
      "store/priceList/records/updated",
      "store/priceList/records/deleted",
    ]);
  });

  test("of a wildcard is that of its first member, in the channel that was named", () => {
    expect(samplePayload("store/order/*", "abc123").scope).toBe("store/order/created");
    expect(samplePayload("store/channel/4/order/*", "abc123")).toMatchObject({
      scope: "store/channel/4/order/created",
      data: { order_id: expect.any(Number) },
    });
  });

  test("of an unknown scope is empty, and one example's changes never reach the next", () => {
    expect(samplePayload("store/giftCard/sold", "abc123").data).toEqual({});
    Object.assign(samplePayload("store/order/created", "abc123").data, { id: 0 });
    expect(samplePayload("store/order/created", "abc123").data).not.toMatchObject({ id: 0 });
  });
});
