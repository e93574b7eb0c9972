import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "./catalogue.ts";
import { resourceOf } from "./resource.ts";
import { samplePayload } from "./sample.ts";

const CART = "6f1d2c3b-0a9e-4d58-8b77-115c3e2a4f60";

describe("the thing that an event is about", () => {
  test.each([
    ["the order", "store/order/created", { type: "order", id: 1023 }, "order:1023"],
    [
      "the order of a refund",
      "store/order/refund/created",
      { type: "order", id: 9, refund: { refund_id: 3 } },
      "order:9",
    ],
    [
      "the order of a transaction, given as text",
      "store/order/transaction/created",
      { type: "transaction", order_id: "250", transaction_id: "17" },
      "order:250",
    ],
    ["the order of a channel event", "store/channel/1/order/created", { order_id: 127 }, "order:127"],
    ["the cart of a channel event", "store/channel/2/cart/abandoned", { cart_id: CART }, `cart:${CART}`],
    [
      "the cart of a line item",
      "store/cart/lineItem/created",
      { type: "cart_line_item", id: "a1", cartId: CART },
      `cart:${CART}`,
    ],
    [
      "the cart of a channel's line item",
      "store/channel/1/cart/lineItem/updated",
      { cart_id: CART, cart_item_id: "a1" },
      `cart:${CART}`,
    ],
    ["the page of a channel event", "store/channel/1/page/updated", { page_id: 11 }, "page:11"],
    [
      "the category of a channel event",
      "store/channel/1/category/created",
      { category_id: 35, tree_id: 1 },
      "category:35",
    ],
    [
      "the product of an assignment",
      "store/channel/1/category/product/assigned",
      { product_id: 5 },
      "product:5",
    ],
    [
      "a SKU's variant instead of its SKU id",
      "store/sku/updated",
      { type: "sku", id: 461, sku: { product_id: 206, variant_id: 509 } },
      "variant:509",
    ],
    [
      "the variant of a SKU's stock",
      "store/sku/inventory/updated",
      { type: "sku", id: 461, inventory: { product_id: 206, variant_id: 509, value: 5 } },
      "variant:509",
    ],
    ["the SKU where no variant is named", "store/sku/created", { type: "sku", id: 461 }, "sku:461"],
    [
      "the customer of an address instead of the address id",
      "store/customer/address/created",
      { type: "customer", id: 60, address: { customer_id: 32 } },
      "customer:32",
    ],
    [
      "the address where no customer is named",
      "store/customer/address/created",
      { type: "customer", id: 60 },
      "address:60",
    ],
    [
      "the customer of channel access",
      "store/customer/channel/login/access/updated",
      { customer_id: 22, channel_ids: [1] },
      "customer:22",
    ],
    [
      "the owner of a metafield, by the scope",
      "store/product/variant/metafield/created",
      { metafield_id: 16, resource_id: "118" },
      "variant:118",
    ],
    [
      "the owner of a location's metafield",
      "store/inventory/location/metafield/deleted",
      { metafield_id: 16, resource_id: "1" },
      "location:1",
    ],
    [
      "the owner of any metafield, by the body",
      "store/metafield/created",
      { metafield_id: 10, resource_id: "7", resource_type: "brand" },
      "brand:7",
    ],
    ["the store of a store metafield", "store/store/metafield/created", { resource_id: "100" }, "store:100"],
    [
      "the first price list of an array of prices",
      "store/priceList/records/updated",
      [
        { price_list_id: 4, variant_id: 179, currency: "USD" },
        { price_list_id: 5, variant_id: 180, currency_code: "USD" },
      ],
      "price_list:4",
    ],
    [
      "the first of several price lists",
      "store/priceLists/deleted",
      { price_list_ids: [8, 9] },
      "price_list:8",
    ],
    [
      "the variant of a stock change",
      "store/channel/*/inventory/product/stock_changed",
      { variant_id: 127, product_id: 113, location_id: 2 },
      "variant:127",
    ],
    ["an option, local or shared", "store/option/updated", { type: "local_option", id: 205 }, "option:205"],
    [
      "a modifier, local or shared",
      "store/modifier/updated",
      { type: "shared_modifier", id: 20 },
      "modifier:20",
    ],
    [
      "the webhook of an exception",
      "store/hook/deliveryException",
      { type: "webhook", id: 123 },
      "webhook:123",
    ],
    [
      "the user of a company",
      "store/company/user/created",
      { company_id: 1, user_id: 321 },
      "company_user:321",
    ],
    [
      "the kind of an email",
      "store/channel/1/email/templates/updated",
      { template_kind: "order_email" },
      "email_template:order_email",
    ],
    [
      "what an unknown scope calls type and id",
      "store/giftCard/sold",
      { type: "gift_card", id: 3 },
      "gift_card:3",
    ],
  ])("is %s", (_what, scope, data, expected) => {
    const resource = resourceOf(scope, data);
    expect(`${resource?.type}:${resource?.id}`).toBe(expected);
  });

  test.each([
    ["an empty object", "store/channel/1/settings/currency/updated", {}],
    ["a store without id", "store/information/updated", { type: "store" }],
    ["an empty array", "store/priceList/records/created", []],
    ["no data", "store/order/created", null],
    ["text", "store/order/created", "250"],
    ["an id that is an object", "store/order/created", { type: "order", id: { $ne: 1 } }],
    ["an id beyond exact numbers", "store/order/created", { type: "order", id: 2 ** 60 }],
    ["an id that cannot be stored as text", "store/order/created", { type: "order", id: "1\u0000" }],
    ["an id of unreasonable length", "store/order/created", { type: "order", id: "1".repeat(101) }],
    ["a metafield of nothing", "store/metafield/created", { resource_id: "1" }],
    ["an unknown scope with an odd type", "store/odd/created", { type: "a:b", id: 1 }],
    ["a list that is text", "store/priceLists/deleted", { price_list_ids: "58" }],
  ])("is nothing for %s", (_what, scope, data) => {
    expect(resourceOf(scope, data)).toBeNull();
  });

  test("is found in every documented event, save those that name none", () => {
    const without = CATALOGUE.filter(({ isWildcard }) => !isWildcard)
      .map(({ scope }) => samplePayload(scope, "abc123"))
      .filter(
        ({ scope, data }) => Object.keys(data).some((key) => key !== "type") && !resourceOf(scope, data),
      );
    expect(without).toEqual([]);
  });

  test("never throws and never gives an id that a filter could not name, whatever arrives", () => {
    const scopes = fc.oneof(fc.constantFrom(...CATALOGUE.map(({ scope }) => scope)), fc.string());
    fc.assert(
      fc.property(scopes, fc.jsonValue(), (scope, data) => {
        const resource = resourceOf(scope, data);
        if (resource) expect(`${resource.type}:${resource.id}`).toMatch(/^[a-z][a-z0-9_]*:[\w.-]{1,100}$/);
      }),
    );
  });
});
