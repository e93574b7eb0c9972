import type { Family } from "#lib/catalogue/types.ts";

export const CUSTOMERS: Family = {
  group: "customers",
  rows: [
    ["customer/*", "All customer events"],
    ["customer/address/*", "All customer address events"],
    ["subscriber/*", "All subscriber events"],
    ["customer/created", "Customer created"],
    ["customer/updated", "Customer updated"],
    ["customer/payment/instrument/default/updated", "Default payment method updated"],
    ["customer/channel/login/access/updated", "Customer channel access updated"],
    ["customer/deleted", "Customer deleted"],
    ["customer/address/created", "Customer address created"],
    ["customer/address/updated", "Customer address updated"],
    ["customer/address/deleted", "Customer address deleted"],
    ["subscriber/created", "Subscriber created"],
    ["subscriber/updated", "Subscriber updated"],
    ["subscriber/deleted", "Subscriber deleted"],
  ],
};
