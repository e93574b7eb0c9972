import { between, pick, type Random, uuid } from "./random.ts";
import { CITIES, FIRST_NAMES, LAST_NAMES, PRODUCT_SEEDS, STREETS } from "./seed-data.ts";
import { takeId } from "./next-id.ts";
import type { Address, Customer, Order, ShopState } from "./state.ts";

const HOUR_MS = 3_600_000;
const PAST_CUSTOMERS = 40;
const PAST_ORDERS = 60;

/** Fills the shelves of a new shop. */
export function seedProducts(shop: ShopState, at: Date, random: Random): void {
  const createdAt = at.toISOString();
  for (const seed of PRODUCT_SEEDS) {
    const variants = (seed.variants ?? []).map((label) => ({
      id: takeId(shop, "variant"),
      skuId: takeId(shop, "sku"),
      sku: `${seed.sku}-${label.replaceAll(/[^a-z0-9]/gi, "").toUpperCase()}`,
      label,
      stock: between(random, 30, 90),
    }));
    shop.products.push({
      id: takeId(shop, "product"),
      name: seed.name,
      sku: seed.sku,
      priceCents: seed.priceCents,
      trackedBy: variants.length > 0 ? "variant" : "product",
      stock: variants.length > 0 ? 0 : between(random, 40, 160),
      variants,
      createdAt,
      updatedAt: createdAt,
    });
  }
}

/** A made-up customer with one address, not yet in the shop, though its ids are taken. */
export function inventCustomer(shop: ShopState, at: Date, random: Random): Customer {
  const id = takeId(shop, "customer");
  const firstName = pick(random, FIRST_NAMES) ?? "Ada";
  const lastName = pick(random, LAST_NAMES) ?? "Adams";
  return {
    id,
    firstName,
    lastName,
    // The number keeps two people of one name apart: BigCommerce allows an address once in a store.
    email: `${firstName}.${lastName}${id}@example.com`.toLowerCase(),
    addresses: [{ id: takeId(shop, "address"), ...inventPlace(random) }],
    createdAt: at.toISOString(),
    updatedAt: at.toISOString(),
  };
}

/** A made-up place to live. */
export function inventPlace(random: Random): Omit<Address, "id"> {
  const [city, state, zipPrefix] = pick(random, CITIES) ?? CITIES[0];
  return {
    street: `${between(random, 1, 280)} ${pick(random, STREETS) ?? STREETS[0]}`,
    city,
    state,
    zip: `${zipPrefix}${between(random, 10, 99)}`,
    countryCode: "US",
  };
}

/** Signs up the first customers, some hours apart. */
export function seedCustomers(shop: ShopState, from: Date, random: Random): void {
  for (let index = 0; index < PAST_CUSTOMERS; index += 1) {
    const at = new Date(from.getTime() + index * 5 * HOUR_MS);
    shop.customers.push(inventCustomer(shop, at, random));
  }
}

/** The orders of the shop's first weeks, most of them completed long ago. */
export function seedOrders(shop: ShopState, from: Date, random: Random): void {
  const stepMs = (42 * 24 * HOUR_MS) / PAST_ORDERS;
  for (let index = 0; index < PAST_ORDERS; index += 1) {
    const at = new Date(from.getTime() + Math.floor((index + random() * 0.9) * stepMs));
    const order = pastOrder(shop, at, random);
    if (order) shop.orders.push(order);
  }
}

function pastOrder(shop: ShopState, at: Date, random: Random): Order | undefined {
  const customer = pick(random, shop.customers);
  const product = pick(random, shop.products);
  if (!customer || !product) return undefined;
  const variant = pick(random, product.variants);
  const roll = random();
  return {
    id: takeId(shop, "order"),
    customerId: customer.id,
    statusId: roll < 0.82 ? 10 : roll < 0.93 ? 2 : 5,
    cartId: uuid(random),
    items: [
      {
        id: takeId(shop, "orderItem"),
        productId: product.id,
        variantId: variant?.id ?? null,
        name: product.name,
        sku: variant?.sku ?? product.sku,
        quantity: between(random, 1, 3),
        priceCents: product.priceCents,
      },
    ],
    shipments: [],
    createdAt: at.toISOString(),
    updatedAt: new Date(at.getTime() + between(random, 20, 60) * HOUR_MS).toISOString(),
  };
}
