import { type Purchase, startCart } from "./carts.ts";
import { cartConverted, orderEvent, orderStatusUpdated, shipmentCreated, stockChanged } from "./events.ts";
import { findCart, findOrder, findProduct, findVariant, ShopError } from "./find.ts";
import { takeId } from "./next-id.ts";
import { AWAITING_FULFILLMENT, orderStatusName, SHIPPED } from "./order-status.ts";
import { between, type Random } from "./random.ts";
import type { ActionResult } from "./result.ts";
import type { CartItem, Order, ShopState } from "./state.ts";

/** Orders beyond this many are forgotten, oldest first, so that a shop left running does not grow for ever. */
const MOST_ORDERS = 1000;

/** Turns a cart into an order and takes its items off the shelf. Throws ShopError when too few are left. */
export function checkOut(shop: ShopState, input: { cartId: string }, now: Date): ActionResult {
  const cart = findCart(shop, input.cartId);
  for (const item of cart.items) {
    const { product, variant } = shelf(shop, item);
    const left = variant?.stock ?? product.stock;
    if (item.quantity > left) throw new ShopError(`Only ${left} of ${item.name} are left`);
  }
  const order: Order = {
    id: takeId(shop, "order"),
    customerId: cart.customerId,
    statusId: AWAITING_FULFILLMENT,
    cartId: cart.id,
    items: cart.items.map((item) => ({ ...item, id: takeId(shop, "orderItem") })),
    shipments: [],
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
  shop.orders.push(order);
  shop.orders.splice(0, shop.orders.length - MOST_ORDERS);
  shop.carts.splice(shop.carts.indexOf(cart), 1);
  const sales = cart.items.map((item) => {
    const { product, variant } = shelf(shop, item);
    (variant ?? product).stock -= item.quantity;
    return stockChanged(product, variant, -item.quantity, "order");
  });
  return {
    summary: `Order ${order.id} placed`,
    events: [orderEvent("created", order), cartConverted(cart, order), ...sales],
  };
}

/** A whole visit to the shop: a cart is started and paid for. Throws ShopError when too few are left. */
export function placeOrder(shop: ShopState, purchase: Purchase, now: Date, random: Random): ActionResult {
  const { cart, events } = startCart(shop, purchase, now, random);
  const paid = checkOut(shop, { cartId: cart.id }, now);
  return { summary: paid.summary, events: [...events, ...paid.events] };
}

/** Sets an order's status. Fires nothing when it has that status. Throws ShopError for an unknown status. */
export function changeStatus(
  shop: ShopState,
  input: { orderId: number; statusId: number },
  now: Date,
): ActionResult {
  const order = findOrder(shop, input.orderId);
  const name = orderStatusName(input.statusId);
  if (name === undefined) throw new ShopError(`There is no order status ${input.statusId}`);
  if (order.statusId === input.statusId) {
    return { summary: `Order ${order.id} is already ${name}`, events: [] };
  }
  const previousStatusId = order.statusId;
  order.statusId = input.statusId;
  order.updatedAt = now.toISOString();
  return {
    summary: `Order ${order.id} is now ${name}`,
    events: [orderStatusUpdated(order, previousStatusId), orderEvent("updated", order)],
  };
}

/** Sends all of an order in one parcel. Fires nothing when a parcel left before. */
export function shipOrder(
  shop: ShopState,
  input: { orderId: number },
  now: Date,
  random: Random,
): ActionResult {
  const order = findOrder(shop, input.orderId);
  if (order.shipments.length > 0) return { summary: `Order ${order.id} has left already`, events: [] };
  const shipment = {
    id: takeId(shop, "shipment"),
    trackingNumber: `1Z${between(random, 10_000_000, 99_999_999)}`,
    createdAt: now.toISOString(),
  };
  order.shipments.push(shipment);
  const shipped = changeStatus(shop, { orderId: order.id, statusId: SHIPPED }, now);
  return {
    summary: `Order ${order.id} shipped`,
    events: [shipmentCreated(order, shipment), ...shipped.events],
  };
}

function shelf(shop: ShopState, item: CartItem) {
  const product = findProduct(shop, item.productId);
  return { product, variant: findVariant(product, item.variantId) };
}
