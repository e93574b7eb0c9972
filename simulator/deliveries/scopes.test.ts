import { expect, test } from "vitest";
import { wants } from "./scopes.ts";

test.each([
  ["store/order/created", "store/order/created"],
  ["store/order/*", "store/order/statusUpdated"],
  ["store/order/*", "store/order/refund/created"],
  ["store/cart/*", "store/cart/lineItem/created"],
  ["store/channel/2/order/*", "store/channel/2/order/created"],
  ["store/channel/*", "store/channel/updated"],
  ["store/channel/*", "store/channel/1/order/created"],
  ["store/channel/*/inventory/product/stock_changed", "store/channel/*/inventory/product/stock_changed"],
])("%s takes %s", (hookScope, eventScope) => {
  expect(wants(hookScope, eventScope)).toBe(true);
});

test.each([
  ["store/order/created", "store/order/updated"],
  ["store/order/*", "store/orders/created"],
  ["store/channel/2/order/*", "store/channel/1/order/created"],
  ["store/channel/2/order/created", "store/order/created"],
  ["store/cart/*", "store/cart/metafield/created"],
  ["store/hook/*", "store/hook/deliveryException"],
])("%s does not take %s", (hookScope, eventScope) => {
  expect(wants(hookScope, eventScope)).toBe(false);
});
