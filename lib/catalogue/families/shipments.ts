import type { Family } from "#lib/catalogue/types.ts";

export const SHIPMENTS: Family = {
  group: "shipments",
  rows: [
    ["shipment/*", "All shipment events"],
    ["shipment/created", "Shipment created"],
    ["shipment/updated", "Shipment updated"],
    ["shipment/deleted", "Shipment deleted"],
  ],
};
