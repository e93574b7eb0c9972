import type { Family } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

export const ORDERS: Family = {
  group: "orders",
  rows: [
    ["order/*", "All order events"],
    ["order/created", "Order created"],
    ["order/statusUpdated", "Order status updated"],
    ["order/updated", "Order updated"],
    ["order/message/created", "Order message created"],
    ["order/transaction/created", "Order transaction created"],
    ["order/transaction/updated", "Order transaction updated"],
    ["order/refund/created", "Order refund created"],
    ["order/archived", "Order archived"],
    ...metafieldRows("order", "Order"),
  ],
};
