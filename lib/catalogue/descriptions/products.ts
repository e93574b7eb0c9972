import type { DescribedFamily } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

const productStock = "product ID, method and amount";
const sku = "SKU ID, product ID and variant ID";
const skuStock = "SKU ID, product ID, variant ID, method and amount";
const inContext = "affected product IDs, channel and locale";

export const PRODUCTS: DescribedFamily = {
  contains: "product ID",
  readScopes: ["store_v2_products_read_only"],
  rows: [
    ["product/*", "Anything happens to a product, its stock or its metafields."],
    ["sku/*", "A variant or its stock is added, changed or removed."],
    ["product/metafield/*", "A metafield of a product is added, changed or removed."],
    ["product/variant/metafield/*", "A metafield of a variant is added, changed or removed."],
    ["product/created", "A product is added to the catalog."],
    ["product/updated", "Details of a product change, for the whole store or one channel."],
    [
      "product/inventory/updated",
      "Staff or an app change the stock of a product that is tracked as a whole.",
      productStock,
    ],
    [
      "product/inventory/order/updated",
      "An order changes the stock of a product that is tracked as a whole.",
      productStock,
    ],
    ["product/deleted", "A product is removed from the catalog."],
    ["sku/created", "A product gets a new variant.", sku],
    ["sku/updated", "Details of a variant change.", sku],
    ["sku/inventory/updated", "Staff or an app change the stock of a variant.", skuStock],
    ["sku/inventory/order/updated", "An order changes the stock of a variant.", skuStock],
    ["sku/deleted", "A variant is removed from its product.", sku],
    ["option/updated", "A variant option is reworded for one channel and locale.", `option ID, ${inContext}`],
    ["modifier/updated", "A modifier is reworded for one channel and locale.", `modifier ID, ${inContext}`],
    ...metafieldRows("product", "a product", "product ID"),
    ...metafieldRows("product/variant", "a variant", "variant ID"),
  ],
};
