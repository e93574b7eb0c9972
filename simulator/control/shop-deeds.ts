import { z } from "zod";
import { act, type ShopAction } from "#simulator/shop/actions.ts";
import { chooseAction, choosePurchase, type Kind } from "#simulator/shop/choose.ts";
import { REFUNDED } from "#simulator/shop/order-status.ts";
import { placeIncompleteOrder, refundOrder } from "#simulator/shop/refunds.ts";
import type { ActionResult } from "#simulator/shop/result.ts";
import type { ShopState } from "#simulator/shop/state.ts";
import type { ShopEvent } from "#simulator/shop/shop-event.ts";
import { refusal } from "./input.ts";

/** Deeds that are actions of the shop as they are. */
const KINDS = {
  placeOrder: "place-order",
  changeOrderStatus: "change-status",
  changePrice: "change-price",
  changeStock: "change-stock",
  createCustomer: "sign-up",
  editCustomer: "edit-customer",
} as const satisfies Record<string, Kind>;

/** What is done in the shop, so many times. */
export const ShopDeed = z.strictObject({
  action: z.enum([
    "placeOrder",
    "placeIncompleteOrder",
    "changeOrderStatus",
    "refundOrder",
    "changePrice",
    "changeStock",
    "createCustomer",
    "editCustomer",
    "abandonCart",
  ]),
  count: z.number().int().min(1).max(1_000).default(1),
});
type Deed = z.infer<typeof ShopDeed>["action"];

/** Does one deed with whatever in the shop suits, in place. Throws a refusal (409) when nothing does. */
export function doDeed(shop: ShopState, deed: Deed, now: Date): ActionResult {
  const random = Math.random;
  if (deed === "placeIncompleteOrder")
    return placeIncompleteOrder(shop, suiting(choosePurchase(shop, random)), now, random);
  if (deed === "refundOrder") {
    const order = suiting(shop.orders.findLast(({ statusId }) => statusId !== REFUNDED));
    return refundOrder(shop, { orderId: order.id }, now);
  }
  const action: ShopAction =
    deed === "abandonCart"
      ? { kind: "abandon-cart", ...suiting(choosePurchase(shop, random)) }
      : suiting(chooseAction(shop, KINDS[deed], random));
  return act(shop, action, now, random);
}

/** The things that events are about, each once. */
export function resourcesOf(events: readonly ShopEvent[]): { type: string; id: string }[] {
  const about = z.object({ type: z.string(), id: z.union([z.string(), z.number()]).transform(String) });
  const found = events.flatMap(({ data }) => about.safeParse(data).data ?? []);
  return [...new Map(found.map((each) => [`${each.type} ${each.id}`, each])).values()];
}

function suiting<T>(chosen: T | undefined): T {
  if (chosen === undefined) throw refusal(409, "The shop has nothing left that suits");
  return chosen;
}
