import type { DescribedFamily } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

const anyMetafields = metafieldRows("", "any resource", "resource ID and type");

export const STORE: DescribedFamily = {
  contains: "no details",
  readScopes: [],
  rows: [
    ["metafield/*", "A metafield of any resource is added, changed or removed."],
    [
      "information/updated",
      "Name, address, time zone, plan or another setting of the store changes.",
      "no details",
      ["store_v2_information_read_only"],
    ],
    [
      "redirects/updated",
      "A redirect from an old address to a new one changes.",
      "redirect ID, site ID, old path and target",
      ["store_v2_content_read_only"],
    ],
    [
      "hook/deliveryException",
      "BigCommerce fails to deliver the events of another one of Keeper's webhooks.",
      "webhook ID, error code and message",
    ],
    ["app/uninstalled", "The app is removed from the store or the store is closed."],
    ...anyMetafields,
    ...metafieldRows("store", "the store", "store ID").map(
      ([path, summary, contains = ""]) =>
        [path, summary, contains, ["store_v2_information_read_only"]] as const,
    ),
  ],
};
