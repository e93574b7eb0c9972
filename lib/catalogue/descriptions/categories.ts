import type { DescribedFamily } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

export const CATEGORIES: DescribedFamily = {
  contains: "category ID",
  readScopes: ["store_v2_products_read_only"],
  rows: [
    ["category/*", "Anything happens to a category or its metafields."],
    ["brand/metafield/*", "A metafield of a brand is added, changed or removed."],
    ["category/created", "A category is added to the catalog."],
    ["category/updated", "Details of a category change."],
    ["category/deleted", "A category is removed from the catalog."],
    ...metafieldRows("category", "a category", "category ID"),
    ...metafieldRows("brand", "a brand", "brand ID"),
  ],
};
