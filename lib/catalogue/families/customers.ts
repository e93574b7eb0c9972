import type { Family } from "#lib/catalogue/types.ts";

const address = "address ID and customer ID";

export const CUSTOMERS: Family = {
  group: "customers",
  contains: "customer ID",
  readScopes: ["store_v2_customers_read_only"],
  rows: [
    ["customer/*", "All customer events", "Anything happens to a customer, their addresses or their access."],
    [
      "customer/address/*",
      "All customer address events",
      "An address of a customer is added, changed or removed.",
    ],
    ["subscriber/*", "All subscriber events", "A newsletter subscriber is added, changed or removed."],
    ["customer/created", "Customer created", "Someone opens a customer account or staff add one."],
    ["customer/updated", "Customer updated", "Details of a customer change, addresses aside."],
    [
      "customer/payment/instrument/default/updated",
      "Default payment method updated",
      "A customer gets another default among their stored payment methods.",
      "customer ID",
      ["store_stored_payment_instruments_read_only"],
    ],
    [
      "customer/channel/login/access/updated",
      "Customer channel access updated",
      "The channels on which a customer may sign in change.",
      "customer ID and channel IDs",
    ],
    ["customer/deleted", "Customer deleted", "A customer account is removed."],
    [
      "customer/address/created",
      "Customer address created",
      "A customer gets another address in their address book.",
      address,
    ],
    [
      "customer/address/updated",
      "Customer address updated",
      "An address in a customer's address book changes.",
      address,
    ],
    [
      "customer/address/deleted",
      "Customer address deleted",
      "An address leaves a customer's address book.",
      address,
    ],
    ["subscriber/created", "Subscriber created", "Someone signs up for the newsletter.", "subscriber ID"],
    [
      "subscriber/updated",
      "Subscriber updated",
      "Details of a newsletter subscriber change.",
      "subscriber ID",
    ],
    ["subscriber/deleted", "Subscriber deleted", "Someone leaves the newsletter list.", "subscriber ID"],
  ],
};
