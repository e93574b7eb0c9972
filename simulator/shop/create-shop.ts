import { between, seededRandom } from "./random.ts";
import { seedCustomers, seedOrders, seedProducts } from "./seed.ts";
import type { ShopState } from "./state.ts";

/**
 * A shop that has been open for a while: about 24 products, 40 customers and 60 past orders.
 *
 * The same seed and day give the same shop. The last of its orders is more than a week older than `today`,
 * so that a later week can be played on it.
 */
export function createShop(seed: number, today: Date = new Date()): ShopState {
  const random = seededRandom(seed);
  const shop: ShopState = {
    products: [],
    customers: [],
    orders: [],
    carts: [],
    nextIds: {
      order: between(random, 990, 1010),
      orderItem: 1,
      shipment: 1,
      product: 77,
      variant: 301,
      sku: 201,
      customer: 1,
      address: 1,
    },
  };
  const midnightMs = Math.floor(today.getTime() / 86_400_000) * 86_400_000;
  seedProducts(shop, new Date(midnightMs - 90 * 86_400_000), random);
  seedCustomers(shop, new Date(midnightMs - 60 * 86_400_000), random);
  seedOrders(shop, new Date(midnightMs - 50 * 86_400_000), random);
  return shop;
}
