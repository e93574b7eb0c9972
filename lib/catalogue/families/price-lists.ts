import type { Family } from "#lib/catalogue/types.ts";

export const PRICE_LISTS: Family = {
  group: "price-lists",
  rows: [
    ["priceList/created", "Price list created"],
    ["priceList/updated", "Price list updated"],
    ["priceList/activated", "Price list activated"],
    ["priceList/deactivated", "Price list deactivated"],
    ["priceList/deleted", "Price list deleted"],
    ["priceLists/deleted", "Price lists deleted"],
    ["priceList/record/created", "Price created"],
    ["priceList/record/updated", "Price updated"],
    ["priceList/record/deleted", "Price deleted"],
    ["priceList/records/created", "Prices created"],
    ["priceList/records/updated", "Prices updated"],
    ["priceList/records/deleted", "Prices deleted"],
    ["priceList/assignment/updated", "Price list assignment updated"],
    ["priceList/assignment/deleted", "Price list assignment deleted"],
  ],
};
