import type { DescribedFamily } from "#lib/catalogue/types.ts";

const address = "address ID and customer ID";

export const CUSTOMERS: DescribedFamily = {
  contains: "customer ID",
  readScopes: ["store_v2_customers_read_only"],
  rows: [
    ["customer/*", "Anything happens to a customer, their addresses or their access."],
    ["customer/address/*", "An address of a customer is added, changed or removed."],
    ["subscriber/*", "A newsletter subscriber is added, changed or removed."],
    ["customer/created", "Someone opens a customer account or staff add one."],
    ["customer/updated", "Details of a customer change, addresses aside."],
    [
      "customer/payment/instrument/default/updated",
      "A customer gets another default among their stored payment methods.",
      "customer ID",
      ["store_stored_payment_instruments_read_only"],
    ],
    [
      "customer/channel/login/access/updated",
      "The channels on which a customer may sign in change.",
      "customer ID and channel IDs",
    ],
    ["customer/deleted", "A customer account is removed."],
    ["customer/address/created", "A customer gets another address in their address book.", address],
    ["customer/address/updated", "An address in a customer's address book changes.", address],
    ["customer/address/deleted", "An address leaves a customer's address book.", address],
    ["subscriber/created", "Someone signs up for the newsletter.", "subscriber ID"],
    ["subscriber/updated", "Details of a newsletter subscriber change.", "subscriber ID"],
    ["subscriber/deleted", "Someone leaves the newsletter list.", "subscriber ID"],
  ],
};
