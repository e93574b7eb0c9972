import type { Family } from "#lib/catalogue/types.ts";

export const SHIPMENTS: Family = {
  group: "shipments",
  contains: "shipment ID and order ID",
  readScopes: ["store_v2_orders_read_only"],
  rows: [
    ["shipment/*", "All shipment events", "A shipment is added, changed or removed."],
    ["shipment/created", "Shipment created", "Items of an order are marked as shipped."],
    ["shipment/updated", "Shipment updated", "Details of a shipment change, such as its tracking number."],
    ["shipment/deleted", "Shipment deleted", "A shipment is taken off its order."],
  ],
};
