import { type Purchase, startCart } from "./carts.ts";
import { orderEvent } from "./events.ts";
import { findOrder } from "./find.ts";
import { takeId } from "./next-id.ts";
import { changeStatus } from "./orders.ts";
import { INCOMPLETE, REFUNDED } from "./order-status.ts";
import type { Random } from "./random.ts";
import type { ActionResult } from "./result.ts";
import type { Order, ShopState } from "./state.ts";

/**
 * A shopper gets as far as the payment and leaves: the order is there, unpaid, and `created` fires all the same.
 * Source: BigCommerce docs, Webhook events. Throws ShopError when too few are left.
 */
export function placeIncompleteOrder(
  shop: ShopState,
  purchase: Purchase,
  now: Date,
  random: Random,
): ActionResult {
  const { cart, events } = startCart(shop, purchase, now, random);
  const order: Order = {
    id: takeId(shop, "order"),
    customerId: cart.customerId,
    statusId: INCOMPLETE,
    cartId: cart.id,
    items: cart.items.map((item) => ({ ...item, id: takeId(shop, "orderItem") })),
    shipments: [],
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
  shop.orders.push(order);
  return {
    summary: `Order ${order.id} begun and not paid`,
    events: [...events, orderEvent("created", order)],
  };
}

/** Gives all of an order's money back: two events for one deed. Fires nothing when that was done before. */
export function refundOrder(shop: ShopState, input: { orderId: number }, now: Date): ActionResult {
  const order = findOrder(shop, input.orderId);
  const changed = changeStatus(shop, { orderId: order.id, statusId: REFUNDED }, now);
  if (changed.events.length === 0) return changed;
  const refund = { refund_id: takeId(shop, "orderItem") };
  return {
    summary: `Order ${order.id} refunded`,
    events: [
      { scope: "store/order/refund/created", data: { type: "order", id: order.id, refund } },
      ...changed.events,
    ],
  };
}
