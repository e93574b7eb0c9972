import type * as english from "#lib/messages/en/server/extensions.ts";

export const LIST_ENTRIES: typeof english.LIST_ENTRIES = {
  ORDERS: "Événements de la commande",
  PRODUCTS: "Événements du produit",
  CUSTOMERS: "Événements du client",
};
