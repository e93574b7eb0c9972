import type { Family } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

const anyMetafields = metafieldRows("", "");

export const STORE: Family = {
  group: "store",
  rows: [
    ["metafield/*", "All metafield events"],
    ["information/updated", "Store information updated"],
    ["redirects/updated", "Redirect updated"],
    ["hook/deliveryException", "Delivery exception"],
    ["app/uninstalled", "App uninstalled"],
    ...anyMetafields,
    ...metafieldRows("store", "Store"),
  ],
};
