/** A set of event types that is turned on at once. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly scopes: readonly string[];
}

/** Ready-made choices, all of single events, so that none of them overlaps a wildcard. */
export const PRESETS: readonly Preset[] = [
  {
    id: "orders",
    title: "Orders and fulfillment",
    summary: "Follow each order from checkout to the parcel.",
    scopes: [
      "store/order/created",
      "store/order/statusUpdated",
      "store/order/updated",
      "store/order/message/created",
      "store/order/transaction/created",
      "store/order/refund/created",
      "store/order/archived",
      "store/shipment/created",
      "store/shipment/updated",
      "store/shipment/deleted",
    ],
  },
  {
    id: "catalog",
    title: "Products and stock",
    summary: "When products, variants, stock or categories change.",
    scopes: [
      "store/product/created",
      "store/product/updated",
      "store/product/inventory/updated",
      "store/product/inventory/order/updated",
      "store/product/deleted",
      "store/sku/created",
      "store/sku/updated",
      "store/sku/inventory/updated",
      "store/sku/inventory/order/updated",
      "store/sku/deleted",
      "store/category/created",
      "store/category/updated",
      "store/category/deleted",
    ],
  },
  {
    id: "customers",
    title: "Customers",
    summary: "Accounts, addresses and newsletter sign-ups.",
    scopes: [
      "store/customer/created",
      "store/customer/updated",
      "store/customer/deleted",
      "store/customer/address/created",
      "store/customer/address/updated",
      "store/customer/address/deleted",
      "store/subscriber/created",
      "store/subscriber/updated",
      "store/subscriber/deleted",
    ],
  },
  {
    id: "carts",
    title: "Carts",
    summary: "Carts started, abandoned and checked out.",
    scopes: [
      "store/cart/created",
      "store/cart/updated",
      "store/cart/couponApplied",
      "store/cart/abandoned",
      "store/cart/converted",
      "store/cart/deleted",
    ],
  },
];
