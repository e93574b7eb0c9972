import type { Family } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

export const PRODUCTS: Family = {
  group: "products",
  rows: [
    ["product/*", "All product events"],
    ["sku/*", "All SKU events"],
    ["product/metafield/*", "All product metafield events"],
    ["product/variant/metafield/*", "All variant metafield events"],
    ["product/created", "Product created"],
    ["product/updated", "Product updated"],
    ["product/inventory/updated", "Product inventory updated"],
    ["product/inventory/order/updated", "Product inventory updated by order"],
    ["product/deleted", "Product deleted"],
    ["sku/created", "SKU created"],
    ["sku/updated", "SKU updated"],
    ["sku/inventory/updated", "SKU inventory updated"],
    ["sku/inventory/order/updated", "SKU inventory updated by order"],
    ["sku/deleted", "SKU deleted"],
    ["option/updated", "Option updated"],
    ["modifier/updated", "Modifier updated"],
    ...metafieldRows("product", "Product"),
    ...metafieldRows("product/variant", "Variant"),
  ],
};
