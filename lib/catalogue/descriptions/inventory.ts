import type { DescribedFamily } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

const item = "variant ID, product ID and location ID";
const inventoryScopes = ["store_inventory_read_only"];

/**
 * Inventory is shared by all channels: the asterisk stands in the registered and in the delivered scope as it
 * is, and is no wildcard. Source: BigCommerce docs, webhook events of inventory and locations.
 */
export const INVENTORY: DescribedFamily = {
  contains: "location ID",
  readScopes: ["store_locations_read_only"],
  rows: [
    ["inventory/location/metafield/*", "A metafield of a location is added, changed or removed."],
    [
      "channel/*/inventory/product/stock_changed",
      "The stock of a product or variant changes at a location.",
      item,
      inventoryScopes,
    ],
    [
      "channel/*/inventory/product/low_stock_reached",
      "An order brings the stock at a location down to its warning level.",
      item,
      inventoryScopes,
    ],
    [
      "channel/*/inventory/product/out_of_stock_reached",
      "An order takes the last piece at a location.",
      item,
      inventoryScopes,
    ],
    [
      "channel/*/inventory/product/settings_changed",
      "Safety stock, warning level or availability of an item changes at a location.",
      item,
      inventoryScopes,
    ],
    ["inventory/location/created", "A stock location is added."],
    ["inventory/location/updated", "A stock location changes or is turned on or off."],
    ...metafieldRows("inventory/location", "a location", "location ID"),
  ],
};
