import type { ShopAction } from "./actions.ts";
import type { Purchase } from "./carts.ts";
import {
  AWAITING_FULFILLMENT,
  AWAITING_SHIPMENT,
  CANCELLED,
  COMPLETED,
  ORDER_STATUSES,
  SHIPPED,
} from "./order-status.ts";
import { between, pick, type Random } from "./random.ts";
import { FIRST_NAMES } from "./seed-data.ts";
import type { Order, Product, ShopState, Variant } from "./state.ts";

export type Kind = ShopAction["kind"];

/** A shop left running takes in no more made-up customers than this. */
const MOST_CUSTOMERS = 400;
/** Below this many of something the staff fill the shelf again. */
const LOW_STOCK = 8;

/** The kinds of action that a shop has the means for now: without a cart, none can be paid for. */
export function possibleKinds(shop: ShopState): Kind[] {
  const hasOpenCart = shop.carts.some(({ abandonedToken }) => !abandonedToken);
  const kinds: Kind[] = ["change-price", "change-stock", "edit-customer", "move-house"];
  if (shelves(shop).some(({ stock }) => stock > 0)) kinds.push("start-cart", "place-order");
  if (hasOpenCart) kinds.push("change-cart", "empty-cart", "abandon-cart", "check-out");
  if (shop.orders.some(isUnfinished)) kinds.push("change-status");
  if (shop.orders.some(isUnshipped)) kinds.push("ship-order");
  if (shop.customers.length < MOST_CUSTOMERS) kinds.push("sign-up");
  return kinds;
}

/**
 * An action of the given kind on something in the shop that suits it; it always changes something.
 * Undefined when the shop has nothing that suits. Changes nothing itself.
 */
export function chooseAction(shop: ShopState, kind: Kind, random: Random): ShopAction | undefined {
  switch (kind) {
    case "start-cart":
    case "place-order": {
      const purchase = choosePurchase(shop, random);
      return purchase && { kind, ...purchase };
    }
    case "change-cart": {
      const cart = chooseCart(shop, random);
      const quantity = cart?.items[0]?.quantity ?? 0;
      return cart && { kind, cartId: cart.id, quantity: quantity > 2 ? quantity - 1 : quantity + 1 };
    }
    case "abandon-cart": {
      const cart = chooseCart(shop, random);
      return cart && { kind, cartId: cart.id };
    }
    case "empty-cart":
    case "check-out": {
      const cart = chooseCart(shop, random);
      return cart && { kind, cartId: cart.id };
    }
    case "change-status": {
      const order = pick(random, shop.orders.filter(isUnfinished)) ?? shop.orders.at(-1);
      return order && { kind, orderId: order.id, statusId: nextStatus(order, random) };
    }
    case "ship-order": {
      const order = pick(random, shop.orders.filter(isUnshipped));
      return order && { kind, orderId: order.id };
    }
    case "change-price": {
      const product = pick(random, shop.products);
      return product && { kind, productId: product.id, priceCents: nextPrice(product, random) };
    }
    case "change-stock": {
      const all = shelves(shop);
      const low = all.filter(({ stock }) => stock < LOW_STOCK);
      const shelf = pick(random, low.length > 0 ? low : all);
      return shelf && { kind, ...shelf.place, stock: shelf.stock + between(random, 20, 80) };
    }
    case "edit-customer": {
      const customer = pick(random, shop.customers);
      const firstName = pick(
        random,
        FIRST_NAMES.filter((name) => name !== customer?.firstName),
      );
      return customer && { kind, customerId: customer.id, firstName };
    }
    case "move-house": {
      const customer = pick(random, shop.customers);
      return customer && { kind, customerId: customer.id };
    }
    case "sign-up":
      return { kind };
  }
}

/** One to three of something that is in stock, bought by one of the customers. Undefined when all is sold out. */
export function choosePurchase(shop: ShopState, random: Random): Purchase | undefined {
  const customer = pick(random, shop.customers);
  const shelf = pick(
    random,
    shelves(shop).filter(({ stock }) => stock > 0),
  );
  if (!customer || !shelf) return undefined;
  const quantity = Math.min(shelf.stock, random() < 0.7 ? 1 : between(random, 2, 3));
  return { customerId: customer.id, ...shelf.place, quantity };
}

/** Every place where stock is counted: a product in one form, or each variant of one that has several. */
function shelves(shop: ShopState) {
  const shelf = (product: Product, variant?: Variant) => ({
    place: { productId: product.id, variantId: variant?.id ?? null },
    stock: (variant ?? product).stock,
  });
  return shop.products.flatMap((product) =>
    product.trackedBy === "variant"
      ? product.variants.map((variant) => shelf(product, variant))
      : [shelf(product)],
  );
}

function chooseCart(shop: ShopState, random: Random) {
  return pick(
    random,
    shop.carts.filter(({ abandonedToken }) => !abandonedToken),
  );
}

function isUnfinished(order: Order): boolean {
  return [AWAITING_FULFILLMENT, AWAITING_SHIPMENT, SHIPPED].includes(order.statusId);
}

function isUnshipped(order: Order): boolean {
  const isWaiting = order.statusId === AWAITING_FULFILLMENT || order.statusId === AWAITING_SHIPMENT;
  return isWaiting && order.shipments.length === 0;
}

/** The status that an order commonly takes next; now and then it is cancelled before it leaves. */
function nextStatus(order: Order, random: Random): number {
  switch (order.statusId) {
    case AWAITING_FULFILLMENT:
      return random() < 0.12 ? CANCELLED : AWAITING_SHIPMENT;
    case AWAITING_SHIPMENT:
      return SHIPPED;
    case SHIPPED:
      return COMPLETED;
    default: {
      const others = Object.keys(ORDER_STATUSES).map(Number);
      return (
        pick(
          random,
          others.filter((statusId) => statusId !== order.statusId),
        ) ?? COMPLETED
      );
    }
  }
}

/** A price up to a tenth higher or lower, in steps of 50 cents, never the same one and never free. */
function nextPrice({ priceCents }: Product, random: Random): number {
  const most = Math.max(1, Math.floor(priceCents / 10 / 50));
  const change = between(random, 1, most) * 50;
  const isCheaper = random() < 0.5 && priceCents - change > 0;
  return priceCents + (isCheaper ? -change : change);
}
