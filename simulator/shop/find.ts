import type { Cart, Customer, Order, Product, ShopState, Variant } from "./state.ts";

/** An action that a shop cannot do; `message` is a sentence for the person who asked. */
export class ShopError extends Error {
  override readonly name = "ShopError";
}

/** The order with this id. Throws ShopError when there is none. */
export function findOrder(shop: ShopState, id: number): Order {
  return shop.orders.find((order) => order.id === id) ?? absent("order", id);
}

/** The product with this id. Throws ShopError when there is none. */
export function findProduct(shop: ShopState, id: number): Product {
  return shop.products.find((product) => product.id === id) ?? absent("product", id);
}

/** The customer with this id. Throws ShopError when there is none. */
export function findCustomer(shop: ShopState, id: number): Customer {
  return shop.customers.find((customer) => customer.id === id) ?? absent("customer", id);
}

/** The cart with this id. Throws ShopError when there is none. */
export function findCart(shop: ShopState, id: string): Cart {
  return shop.carts.find((cart) => cart.id === id) ?? absent("cart", id);
}

/**
 * The variant that an order line or a stock change means: undefined for a product in one form.
 * Throws ShopError when the product has variants and none of them was meant, or has none and one was.
 */
export function findVariant(product: Product, variantId: number | null): Variant | undefined {
  if (variantId === null) {
    if (product.trackedBy === "variant") throw new ShopError(`Choose a variant of ${product.name}`);
    return undefined;
  }
  const variant = product.variants.find(({ id }) => id === variantId);
  return variant ?? absent(`variant of ${product.name}`, variantId);
}

function absent(what: string, id: number | string): never {
  throw new ShopError(`There is no ${what} ${id}`);
}
