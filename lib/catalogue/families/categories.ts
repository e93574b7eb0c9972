import type { Family } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

export const CATEGORIES: Family = {
  group: "categories",
  rows: [
    ["category/*", "All category events"],
    ["brand/metafield/*", "All brand metafield events"],
    ["category/created", "Category created"],
    ["category/updated", "Category updated"],
    ["category/deleted", "Category deleted"],
    ...metafieldRows("category", "Category"),
    ...metafieldRows("brand", "Brand"),
  ],
};
