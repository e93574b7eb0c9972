import type { Family } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

const lineItem = "line item ID and cart ID";

export const CARTS: Family = {
  group: "carts",
  contains: "cart ID",
  readScopes: ["store_cart_read_only"],
  rows: [
    ["cart/*", "All cart events", "Anything happens to a cart or the items in it."],
    ["cart/lineItem/*", "All cart item events", "An item of a cart is added, changed or removed."],
    ["cart/created", "Cart created", "A shopper puts a first item in a cart or an app makes one."],
    ["cart/updated", "Cart updated", "The items of a cart or the shopper's email address change."],
    [
      "cart/couponApplied",
      "Cart coupon applied",
      "A coupon code is used on a cart.",
      "cart ID and coupon ID",
    ],
    [
      "cart/abandoned",
      "Cart abandoned",
      "A cart has been left alone for an hour.",
      "cart ID and recovery token",
    ],
    [
      "cart/converted",
      "Cart converted",
      "A shopper checks out and the cart becomes an order.",
      "cart ID and order ID",
      ["store_v2_orders_read_only"],
    ],
    ["cart/deleted", "Cart deleted", "A cart is emptied or removed."],
    ["cart/lineItem/created", "Cart item created", "An item goes into a cart.", lineItem],
    ["cart/lineItem/updated", "Cart item updated", "Quantity or options of a cart item change.", lineItem],
    ["cart/lineItem/deleted", "Cart item deleted", "An item is taken out of a cart.", lineItem],
    ...metafieldRows("cart", "Cart", "a cart", "cart ID"),
  ],
};
