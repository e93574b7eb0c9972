import type { Family } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

/**
 * Inventory is shared by all channels: the asterisk stands in the registered and in the delivered scope as it
 * is, and is no wildcard. Source: BigCommerce docs, webhook events of inventory and locations.
 */
export const INVENTORY: Family = {
  group: "inventory",
  rows: [
    ["inventory/location/metafield/*", "All location metafield events"],
    ["channel/*/inventory/product/stock_changed", "Stock changed"],
    ["channel/*/inventory/product/low_stock_reached", "Low stock reached"],
    ["channel/*/inventory/product/out_of_stock_reached", "Out of stock reached"],
    ["channel/*/inventory/product/settings_changed", "Inventory settings changed"],
    ["inventory/location/created", "Location created"],
    ["inventory/location/updated", "Location updated"],
    ...metafieldRows("inventory/location", "Location"),
  ],
};
