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
