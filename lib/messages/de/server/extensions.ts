import type * as english from "#lib/messages/en/server/extensions.ts";

export const LIST_ENTRIES: typeof english.LIST_ENTRIES = {
  ORDERS: "Ereignisse zur Bestellung",
  PRODUCTS: "Ereignisse zum Produkt",
  CUSTOMERS: "Ereignisse zum Kunden",
};
