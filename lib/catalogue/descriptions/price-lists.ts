import type { DescribedFamily } from "#lib/catalogue/types.ts";

const price = "price list ID, variant ID and currency";
const prices = "list of price list IDs, variant IDs and currencies";
const assignment = "price list ID, channel ID and customer group ID";

export const PRICE_LISTS: DescribedFamily = {
  contains: "price list ID",
  readScopes: ["store_v2_products_read_only"],
  rows: [
    ["priceList/created", "A price list is added."],
    ["priceList/updated", "Details of a price list change."],
    ["priceList/activated", "A price list is turned on."],
    ["priceList/deactivated", "A price list is turned off."],
    ["priceList/deleted", "A price list is removed."],
    ["priceLists/deleted", "Several price lists are removed at once.", "price list IDs"],
    ["priceList/record/created", "A price list gets a price for one variant.", price],
    ["priceList/record/updated", "The price of one variant in a price list changes.", price],
    ["priceList/record/deleted", "A price list loses its price for one variant.", price],
    ["priceList/records/created", "Price lists get prices for many variants at once.", prices],
    ["priceList/records/updated", "Prices of many variants in price lists change at once.", prices],
    ["priceList/records/deleted", "Price lists lose their prices for many variants at once.", prices],
    [
      "priceList/assignment/updated",
      "A price list is given to a channel or a customer group, or taken from it.",
      assignment,
    ],
    [
      "priceList/assignment/deleted",
      "The link of a price list to a channel or a customer group is removed.",
      assignment,
    ],
  ],
};
