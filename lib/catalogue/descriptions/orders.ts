import type { DescribedFamily } from "#lib/catalogue/types.ts";
import { metafieldRows } from "./rows.ts";

const transaction = "order ID, transaction ID, kind and result";
const transactionScopes = ["store_v2_transactions_read_only"];

export const ORDERS: DescribedFamily = {
  contains: "order ID",
  readScopes: ["store_v2_orders_read_only"],
  rows: [
    ["order/*", "Anything happens to an order, its payments or its metafields."],
    ["order/created", "A shopper, a staff member or an app places an order, paid or not."],
    ["order/statusUpdated", "An order moves to another status.", "order ID, previous and new status"],
    ["order/updated", "Any detail of an order changes, including its status."],
    [
      "order/message/created",
      "A shopper or a staff member writes a message on an order.",
      "order ID and message ID",
    ],
    [
      "order/transaction/created",
      "A payment, capture or refund is recorded for an order.",
      transaction,
      transactionScopes,
    ],
    [
      "order/transaction/updated",
      "A recorded payment step of an order changes.",
      transaction,
      transactionScopes,
    ],
    ["order/refund/created", "Someone refunds all or part of an order.", "order ID and refund ID"],
    ["order/archived", "An order is moved to the archive."],
    ...metafieldRows("order", "an order", "order ID"),
  ],
};
