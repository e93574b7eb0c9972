/** The order statuses by their ids. Source: BigCommerce docs, Order statuses. */
export const ORDER_STATUSES = {
  0: "Incomplete",
  1: "Pending",
  2: "Shipped",
  3: "Partially Shipped",
  4: "Refunded",
  5: "Cancelled",
  6: "Declined",
  7: "Awaiting Payment",
  8: "Awaiting Pickup",
  9: "Awaiting Shipment",
  10: "Completed",
  11: "Awaiting Fulfillment",
  12: "Manual Verification Required",
  13: "Disputed",
  14: "Partially Refunded",
} as const;

export const INCOMPLETE = 0;
export const SHIPPED = 2;
export const REFUNDED = 4;
export const CANCELLED = 5;
export const AWAITING_SHIPMENT = 9;
export const COMPLETED = 10;
export const AWAITING_FULFILLMENT = 11;

/** The name of an order status, or undefined when BigCommerce has none with this id. */
export function orderStatusName(statusId: number): string | undefined {
  // Looked up with a number from outside, which may be none of the keys.
  return (ORDER_STATUSES as Record<number, string>)[statusId];
}
