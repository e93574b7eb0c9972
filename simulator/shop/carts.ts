import { cartAbandoned, cartEvent, lineItemEvent } from "./events.ts";
import { findCart, findCustomer, findProduct, findVariant, ShopError } from "./find.ts";
import { hexDigits, type Random, uuid } from "./random.ts";
import type { ActionResult } from "./result.ts";
import type { Cart, ShopState } from "./state.ts";

/** Carts beyond this many are forgotten, oldest first, so that a shop left running does not grow for ever. */
const MOST_CARTS = 200;

/** What a shopper puts into a cart. `variantId` is null for a product in one form. */
export interface Purchase {
  customerId: number;
  productId: number;
  variantId: number | null;
  quantity: number;
}

/** A shopper puts a first item into a cart. Throws ShopError when the item is unknown or sold out. */
export function startCart(
  shop: ShopState,
  purchase: Purchase,
  now: Date,
  random: Random,
): ActionResult & { cart: Cart } {
  const customer = findCustomer(shop, purchase.customerId);
  const product = findProduct(shop, purchase.productId);
  const variant = findVariant(product, purchase.variantId);
  const left = variant?.stock ?? product.stock;
  if (purchase.quantity > left) throw new ShopError(`Only ${left} of ${product.name} are left`);

  const item = {
    id: uuid(random),
    productId: product.id,
    variantId: purchase.variantId,
    name: product.name,
    sku: variant?.sku ?? product.sku,
    quantity: purchase.quantity,
    priceCents: product.priceCents,
  };
  const cart: Cart = {
    id: uuid(random),
    customerId: customer.id,
    items: [item],
    abandonedToken: null,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
  shop.carts.push(cart);
  shop.carts.splice(0, shop.carts.length - MOST_CARTS);
  return {
    cart,
    summary: `${customer.firstName} started a cart with ${product.name}`,
    events: [cartEvent("created", cart), lineItemEvent("created", cart, item), cartEvent("updated", cart)],
  };
}

/** Sets how many of its first item a cart holds. Fires nothing when it holds that many. */
export function changeCart(
  shop: ShopState,
  input: { cartId: string; quantity: number },
  now: Date,
): ActionResult {
  const cart = findCart(shop, input.cartId);
  const item = cart.items[0];
  if (!item) throw new ShopError("The cart is empty");
  if (item.quantity === input.quantity)
    return { summary: `The cart already holds ${item.quantity}`, events: [] };
  item.quantity = input.quantity;
  cart.abandonedToken = null;
  cart.updatedAt = now.toISOString();
  return {
    summary: `Cart changed to ${input.quantity} of ${item.name}`,
    events: [lineItemEvent("updated", cart, item), cartEvent("updated", cart)],
  };
}

/** A shopper takes the last item out of a cart, which ends it. */
export function emptyCart(shop: ShopState, input: { cartId: string }): ActionResult {
  const cart = findCart(shop, input.cartId);
  shop.carts.splice(shop.carts.indexOf(cart), 1);
  return {
    summary: "Cart emptied",
    events: [
      ...cart.items.map((item) => lineItemEvent("deleted", cart, item)),
      cartEvent("updated", cart),
      cartEvent("deleted", cart),
    ],
  };
}

/**
 * A shopper stays away from a cart for the hour that makes it an abandoned one.
 * Given a purchase rather than a cart, the cart is started first. Fires nothing for a cart that is abandoned already.
 */
export function abandonCart(
  shop: ShopState,
  input: { cartId: string } | Purchase,
  now: Date,
  random: Random,
): ActionResult {
  const started = "cartId" in input ? undefined : startCart(shop, input, now, random);
  const cart = "cartId" in input ? findCart(shop, input.cartId) : started?.cart;
  if (!cart || cart.abandonedToken) return { summary: "The cart is already abandoned", events: [] };
  cart.abandonedToken = hexDigits(random, 32);
  const customer = findCustomer(shop, cart.customerId);
  return {
    summary: `${customer.firstName} ${customer.lastName} abandoned a cart`,
    events: [...(started?.events ?? []), cartAbandoned(cart, cart.abandonedToken)],
  };
}
