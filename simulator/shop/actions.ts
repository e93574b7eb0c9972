import { abandonCart, changeCart, emptyCart, type Purchase, startCart } from "./carts.ts";
import { editCustomer, moveHouse, signUp } from "./customers.ts";
import { changeStatus, checkOut, placeOrder, shipOrder } from "./orders.ts";
import { changePrice, changeStock } from "./products.ts";
import type { Random } from "./random.ts";
import type { ActionResult } from "./result.ts";
import type { ShopState } from "./state.ts";

/** Something a shopper, or the shop's staff, may do. */
export type ShopAction =
  | ({ kind: "start-cart" } & Purchase)
  | { kind: "change-cart"; cartId: string; quantity: number }
  | { kind: "empty-cart"; cartId: string }
  | ({ kind: "abandon-cart" } & ({ cartId: string } | Purchase))
  | ({ kind: "place-order" } & Purchase)
  | { kind: "check-out"; cartId: string }
  | { kind: "change-status"; orderId: number; statusId: number }
  | { kind: "ship-order"; orderId: number }
  | { kind: "change-price"; productId: number; priceCents: number }
  | { kind: "change-stock"; productId: number; variantId: number | null; stock: number }
  | { kind: "sign-up" }
  | {
      kind: "edit-customer";
      customerId: number;
      firstName?: string | undefined;
      lastName?: string | undefined;
      email?: string | undefined;
    }
  | { kind: "move-house"; customerId: number };

/**
 * Does one action to the shop, in place. What it fires follows the BigCommerce docs, Webhook events: one action often
 * fires several events, and an action that changes nothing fires none. Throws ShopError, having changed nothing, when
 * the shop cannot do it.
 */
export function act(shop: ShopState, action: ShopAction, now: Date, random: Random): ActionResult {
  switch (action.kind) {
    case "start-cart": {
      const { summary, events } = startCart(shop, action, now, random);
      return { summary, events };
    }
    case "change-cart":
      return changeCart(shop, action, now);
    case "empty-cart":
      return emptyCart(shop, action);
    case "abandon-cart":
      return abandonCart(shop, action, now, random);
    case "place-order":
      return placeOrder(shop, action, now, random);
    case "check-out":
      return checkOut(shop, action, now);
    case "change-status":
      return changeStatus(shop, action, now);
    case "ship-order":
      return shipOrder(shop, action, now, random);
    case "change-price":
      return changePrice(shop, action, now);
    case "change-stock":
      return changeStock(shop, action, now);
    case "sign-up":
      return signUp(shop, now, random);
    case "edit-customer":
      return editCustomer(shop, action, now);
    case "move-house":
      return moveHouse(shop, action, now, random);
  }
}
