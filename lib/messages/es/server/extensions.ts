import type * as english from "#lib/messages/en/server/extensions.ts";

export const LIST_ENTRIES: typeof english.LIST_ENTRIES = {
  ORDERS: "Eventos del pedido",
  PRODUCTS: "Eventos del producto",
  CUSTOMERS: "Eventos del cliente",
};
