import type { DescribedFamily } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

const lineItem = "line item ID and cart ID";

export const CARTS: DescribedFamily = {
  contains: "cart ID",
  readScopes: ["store_cart_read_only"],
  rows: [
    ["cart/*", "Anything happens to a cart or the items in it."],
    ["cart/lineItem/*", "An item of a cart is added, changed or removed."],
    ["cart/created", "A shopper puts a first item in a cart or an app makes one."],
    ["cart/updated", "The items of a cart or the shopper's email address change."],
    ["cart/couponApplied", "A coupon code is used on a cart.", "cart ID and coupon ID"],
    ["cart/abandoned", "A cart has been left alone for an hour.", "cart ID and recovery token"],
    [
      "cart/converted",
      "A shopper checks out and the cart becomes an order.",
      "cart ID and order ID",
      ["store_v2_orders_read_only"],
    ],
    ["cart/deleted", "A cart is emptied or removed."],
    ["cart/lineItem/created", "An item goes into a cart.", lineItem],
    ["cart/lineItem/updated", "Quantity or options of a cart item change.", lineItem],
    ["cart/lineItem/deleted", "An item is taken out of a cart.", lineItem],
    ...metafieldRows("cart", "a cart", "cart ID"),
  ],
};
