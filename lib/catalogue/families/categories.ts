import type { Family } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

export const CATEGORIES: Family = {
  group: "categories",
  contains: "category ID",
  readScopes: ["store_v2_products_read_only"],
  rows: [
    ["category/*", "All category events", "Anything happens to a category or its metafields."],
    [
      "brand/metafield/*",
      "All brand metafield events",
      "A metafield of a brand is added, changed or removed.",
    ],
    ["category/created", "Category created", "A category is added to the catalog."],
    ["category/updated", "Category updated", "Details of a category change."],
    ["category/deleted", "Category deleted", "A category is removed from the catalog."],
    ...metafieldRows("category", "Category", "a category", "category ID"),
    ...metafieldRows("brand", "Brand", "a brand", "brand ID"),
  ],
};
