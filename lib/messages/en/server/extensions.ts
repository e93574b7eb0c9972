/** Entries in the menus of the control panel's lists; BigCommerce shows 25 characters well. */
export const LIST_ENTRIES = {
  ORDERS: "Events of this order",
  PRODUCTS: "Events of this product",
  CUSTOMERS: "Events of this customer",
};
