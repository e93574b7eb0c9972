import { seedCustomers, seedOrders, seedProducts } from "./seed.ts";
import { between, seededRandom } from "./random.ts";

/** A buyable form of a product, such as a size. `skuId` and `id` differ, as they do at BigCommerce. */
export interface Variant {
  id: number;
  skuId: number;
  sku: string;
  label: string;
  stock: number;
}

export interface Product {
  id: number;
  name: string;
  sku: string;
  priceCents: number;
  /** Kept for the whole product, or for each variant; `stock` counts only when kept for the product. */
  trackedBy: "product" | "variant";
  stock: number;
  /** Empty when the product comes in one form only. */
  variants: Variant[];
  /** ISO 8601, as are all times in the shop. */
  createdAt: string;
  updatedAt: string;
}

export interface Address {
  id: number;
  street: string;
  city: string;
  state: string;
  zip: string;
  countryCode: string;
}

export interface Customer {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  addresses: Address[];
  createdAt: string;
  updatedAt: string;
}

/** A line of a cart. `id` is a UUID. */
export interface CartItem {
  id: string;
  productId: number;
  variantId: number | null;
  name: string;
  sku: string;
  quantity: number;
  priceCents: number;
}

export interface Cart {
  id: string;
  customerId: number;
  items: CartItem[];
  /** Set once the shopper stayed away for an hour; lets them take the cart up again from a mail. */
  abandonedToken: string | null;
  createdAt: string;
  updatedAt: string;
}

/** A line of an order, as it was when it was bought. */
export interface OrderItem {
  id: number;
  productId: number;
  variantId: number | null;
  name: string;
  sku: string;
  quantity: number;
  priceCents: number;
}

export interface Shipment {
  id: number;
  trackingNumber: string;
  createdAt: string;
}

export interface Order {
  id: number;
  customerId: number;
  statusId: number;
  cartId: string;
  items: OrderItem[];
  shipments: Shipment[];
  createdAt: string;
  updatedAt: string;
}

/** The kinds of things that are numbered from a counter. Carts and their lines have UUIDs instead. */
export type Numbered =
  "order" | "orderItem" | "shipment" | "product" | "variant" | "sku" | "customer" | "address";

/** Everything that a shop holds. Plain data, so that it can be written to the state file. */
export interface ShopState {
  products: Product[];
  customers: Customer[];
  /** Oldest first. */
  orders: Order[];
  /** Open and abandoned carts, oldest first; a cart that became an order is gone. */
  carts: Cart[];
  /** The next id to give out, for each kind of thing. */
  nextIds: Record<Numbered, number>;
}

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
