import { productUpdated, stockChanged } from "./events.ts";
import { findProduct, findVariant } from "./find.ts";
import { formatCents } from "./money.ts";
import type { ActionResult } from "./result.ts";
import type { ShopState } from "./state.ts";

/** Sets a product's price in cents. Fires nothing when it costs that much. */
export function changePrice(
  shop: ShopState,
  input: { productId: number; priceCents: number },
  now: Date,
): ActionResult {
  const product = findProduct(shop, input.productId);
  const price = `$${formatCents(input.priceCents)}`;
  if (product.priceCents === input.priceCents) {
    return { summary: `${product.name} already costs ${price}`, events: [] };
  }
  product.priceCents = input.priceCents;
  product.updatedAt = now.toISOString();
  return { summary: `${product.name} now costs ${price}`, events: [productUpdated(product)] };
}

/**
 * Sets how many of a product, or of one of its variants, are on the shelf. Fires nothing when there are that many.
 * Throws ShopError when the product is counted by variant and none was named.
 */
export function changeStock(
  shop: ShopState,
  input: { productId: number; variantId: number | null; stock: number },
  now: Date,
): ActionResult {
  const product = findProduct(shop, input.productId);
  const variant = findVariant(product, input.variantId);
  const shelf = variant ?? product;
  const name = variant ? `${product.name} (${variant.label})` : product.name;
  const change = input.stock - shelf.stock;
  if (change === 0) return { summary: `${name} already has ${input.stock} in stock`, events: [] };
  shelf.stock = input.stock;
  product.updatedAt = now.toISOString();
  return {
    summary: `${name} now has ${input.stock} in stock`,
    events: [stockChanged(product, variant, change, "edit")],
  };
}
