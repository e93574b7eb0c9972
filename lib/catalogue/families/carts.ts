import type { Family } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

export const CARTS: Family = {
  group: "carts",
  rows: [
    ["cart/*", "All cart events"],
    ["cart/lineItem/*", "All cart item events"],
    ["cart/created", "Cart created"],
    ["cart/updated", "Cart updated"],
    ["cart/couponApplied", "Cart coupon applied"],
    ["cart/abandoned", "Cart abandoned"],
    ["cart/converted", "Cart converted"],
    ["cart/deleted", "Cart deleted"],
    ["cart/lineItem/created", "Cart item created"],
    ["cart/lineItem/updated", "Cart item updated"],
    ["cart/lineItem/deleted", "Cart item deleted"],
    ...metafieldRows("cart", "Cart"),
  ],
};
