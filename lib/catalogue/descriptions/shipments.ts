import type { DescribedFamily } from "#lib/catalogue/types.ts";

export const SHIPMENTS: DescribedFamily = {
  contains: "shipment ID and order ID",
  readScopes: ["store_v2_orders_read_only"],
  rows: [
    ["shipment/*", "A shipment is added, changed or removed."],
    ["shipment/created", "Items of an order are marked as shipped."],
    ["shipment/updated", "Details of a shipment change, such as its tracking number."],
    ["shipment/deleted", "A shipment is taken off its order."],
  ],
};
