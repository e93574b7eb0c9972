import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "#lib/catalogue/catalogue.ts";
import type { FieldChange } from "#lib/contract/changes.ts";
import { samplePayload } from "#lib/catalogue/sample.ts";
import { describeEvent, UNREAD } from "./describe-event.ts";
import { resourceLabel, titleOf } from "./event-type-messages.ts";

describe("an event in words", () => {
  test.each([
    ["store/order/created", { type: "order", id: 1023 }, "Order 1023 was created"],
    ["store/order/statusUpdated", { type: "order", id: 1023 }, "Order 1023 changed status"],
    ["store/order/refund/created", { type: "order", id: 1023 }, "Order 1023 was refunded"],
    ["store/order/transaction/updated", { order_id: "7" }, "A transaction of order 7 was updated"],
    ["store/shipment/created", { type: "shipment", id: 5 }, "Shipment 5 was created"],
    ["store/product/updated", { type: "product", id: 77 }, "Product 77 was updated"],
    ["store/product/inventory/updated", { type: "product", id: 77 }, "The stock of product 77 changed"],
    ["store/sku/deleted", { id: 1, sku: { variant_id: 4 } }, "Variant 4 was deleted"],
    ["store/customer/created", { type: "customer", id: 32 }, "Customer 32 was created"],
    [
      "store/customer/address/deleted",
      { id: 60, address: { customer_id: 32 } },
      "An address of customer 32 was deleted",
    ],
    ["store/cart/converted", { type: "cart", id: "ab12" }, "Cart ab12 was checked out"],
    ["store/order/metafield/created", { resource_id: "270" }, "Order 270 got a metafield"],
    [
      "store/metafield/updated",
      { resource_id: "3", resource_type: "brand" },
      "A metafield of brand 3 was updated",
    ],
    ["store/sku/created", { type: "sku", id: 461 }, "SKU 461 was created"],
  ])("%s", (scope, data, expected) => {
    expect(describeEvent(scope, data)).toBe(expected);
  });

  test("name the channel of an event of one channel", () => {
    expect(describeEvent("store/channel/2/order/created", { order_id: 127 })).toBe(
      "Order 127 was created (channel 2)",
    );
    expect(describeEvent("store/channel/2/settings/currency/updated", {})).toBe(
      "Channel currency updated (channel 2)",
    );
  });

  test("say what the payload itself says", () => {
    const status = { previous_status_id: 2, new_status_id: 10 };
    expect(describeEvent("store/order/statusUpdated", { type: "order", id: 1100, status })).toBe(
      "Order 1100: Shipped → Completed",
    );
    expect(describeEvent("store/cart/converted", { type: "cart", id: "ab12", orderId: 1189 })).toBe(
      "Cart ab12 became order 1189",
    );
  });

  test("say what was read of the thing", () => {
    const product = { type: "product", id: 87 };
    const name = "Cotton Tea Towels";
    const change = (path: string, before: number, after: number, currency: string | null): FieldChange => ({
      path: [path],
      kind: "changed" as const,
      before,
      after,
      currency,
      beforeName: null,
      afterName: null,
      isMasked: false,
    });
    const price = change("price", 21, 20.5, "USD");
    expect(describeEvent("store/product/updated", product, { ...UNREAD, name })).toBe(
      "Cotton Tea Towels was updated",
    );
    expect(describeEvent("store/product/inventory/updated", product, { ...UNREAD, name })).toBe(
      "The stock of Cotton Tea Towels changed",
    );
    expect(describeEvent("store/product/updated", product, { ...UNREAD, name, changes: [price] })).toBe(
      "Cotton Tea Towels: price USD 21.00 → 20.50",
    );
    const three = [price, change("inventory_level", 12, 11, null), change("weight", 1, 2, null)];
    expect(describeEvent("store/product/updated", product, { ...UNREAD, name, changes: three })).toBe(
      "Cotton Tea Towels: price USD 21.00 → 20.50, stock 12 → 11, and 1 more",
    );
    // What happened is another thing than what is different since.
    expect(describeEvent("store/product/deleted", product, { ...UNREAD, name, changes: [price] })).toBe(
      "Cotton Tea Towels was deleted",
    );
    const person = { ...UNREAD, name: "Kofi Mensah" };
    expect(describeEvent("store/customer/created", { type: "customer", id: 32 }, person)).toBe(
      "Customer Kofi Mensah was created",
    );
    expect(describeEvent("store/customer/updated", { type: "customer", id: 32 }, person)).toBe(
      "Kofi Mensah was updated",
    );
    const total = { amount: 42, currency: "USD" };
    const order = { ...UNREAD, total, person: "Kofi Mensah" };
    expect(describeEvent("store/order/created", { type: "order", id: 1185 }, order)).toBe(
      "Order 1185 was created · USD 42.00 · Kofi Mensah",
    );
  });

  test("fall back to the title where the body names nothing", () => {
    expect(describeEvent("store/order/created", null)).toBe("Order created");
    expect(describeEvent("store/app/uninstalled", { type: "store" })).toBe("App uninstalled");
  });

  test("leave an unknown scope as it is", () => {
    expect(describeEvent("store/giftCard/sold", { type: "gift_card", id: 3 })).toBe("store/giftCard/sold");
    expect(titleOf("store/giftCard/sold")).toBe("store/giftCard/sold");
  });

  test("say more than the title for every documented event that names a thing", () => {
    const untold = CATALOGUE.filter(({ isWildcard }) => !isWildcard)
      .map(({ scope, title }) => ({ title, ...samplePayload(scope, "abc123") }))
      .filter(({ data }) => Object.keys(data).some((key) => key !== "type"))
      .filter(({ title, scope, data }) => describeEvent(scope, data).startsWith(title));
    expect(untold).toEqual([]);
  });

  test("never throw, whatever arrives", () => {
    const scopes = fc.oneof(
      fc.constantFrom(...CATALOGUE.map(({ scope }) => scope)),
      fc.string({ minLength: 1 }),
    );
    fc.assert(fc.property(scopes, fc.jsonValue(), (scope, data) => describeEvent(scope, data).length > 0));
  });
});

describe("the label of a thing", () => {
  test.each([
    ["order", "1023", "Order 1023"],
    ["price_list", "5", "Price list 5"],
    ["sku", "461", "SKU 461"],
    ["cart", "41696c19-486f-40a8-ae2a-389d5d24e0c9", "Cart 41696c19…"],
    ["constructor", "1", "Constructor 1"],
  ])("of %s %s", (type, id, expected) => {
    expect(resourceLabel({ type, id })).toBe(expected);
  });
});

test("the title of a channel's scope is that of its template", () => {
  expect(titleOf("store/channel/9/order/created")).toBe("Channel order created");
});
