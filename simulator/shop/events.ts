import type { ShopEvent } from "./shop-event.ts";
import type { Cart, CartItem, Customer, Order, Product, Shipment, Variant } from "./state.ts";

/*
 * The bodies' `data` as BigCommerce sends it, in its key order.
 * Source: BigCommerce docs, Webhook events.
 */

/** Something happened to a cart as a whole. */
export function cartEvent(name: "created" | "updated" | "deleted", cart: Cart): ShopEvent {
  return { scope: `store/cart/${name}`, data: { type: "cart", id: cart.id } };
}

/** A cart was left alone for an hour; the token lets the shopper take it up again. */
export function cartAbandoned(cart: Cart, token: string): ShopEvent {
  return { scope: "store/cart/abandoned", data: { type: "cart", id: cart.id, token } };
}

/** A cart became an order. */
export function cartConverted(cart: Cart, order: Order): ShopEvent {
  return { scope: "store/cart/converted", data: { type: "cart", id: cart.id, orderId: order.id } };
}

/** Something happened to one line of a cart. */
export function lineItemEvent(
  name: "created" | "updated" | "deleted",
  cart: Cart,
  item: CartItem,
): ShopEvent {
  return {
    scope: `store/cart/lineItem/${name}`,
    data: { type: "cart_line_item", id: item.id, cartId: cart.id },
  };
}

/** An order was made or changed. Every narrower order event is accompanied by `updated`. */
export function orderEvent(name: "created" | "updated", order: Order): ShopEvent {
  return { scope: `store/order/${name}`, data: { type: "order", id: order.id } };
}

/** An order's status changed to the one it has now. */
export function orderStatusUpdated(order: Order, previousStatusId: number): ShopEvent {
  return {
    scope: "store/order/statusUpdated",
    data: {
      type: "order",
      id: order.id,
      status: { previous_status_id: previousStatusId, new_status_id: order.statusId },
    },
  };
}

/** A parcel left. */
export function shipmentCreated(order: Order, shipment: Shipment): ShopEvent {
  return {
    scope: "store/shipment/created",
    data: { type: "shipment", id: shipment.id, orderId: order.id },
  };
}

/** A product's own attributes changed; its stock has events of its own. */
export function productUpdated(product: Product): ShopEvent {
  return { scope: "store/product/updated", data: { type: "product", id: product.id } };
}

/**
 * The stock of a product, or of one variant when the shop counts by variant, changed by `change` (negative when it
 * fell): `absolute` when set in the control panel or by API, `relative` when sold, which fires an event of its own kind.
 */
export function stockChanged(
  product: Product,
  variant: Variant | undefined,
  change: number,
  cause: "edit" | "order",
): ShopEvent {
  const path = cause === "order" ? "inventory/order/updated" : "inventory/updated";
  const inventory = {
    product_id: product.id,
    method: cause === "order" ? "relative" : "absolute",
    value: change,
  };
  if (!variant) {
    return { scope: `store/product/${path}`, data: { type: "product", id: product.id, inventory } };
  }
  return {
    scope: `store/sku/${path}`,
    data: { type: "sku", id: variant.skuId, inventory: { ...inventory, variant_id: variant.id } },
  };
}

/** A customer signed up or their own data changed; an address does not count. */
export function customerEvent(name: "created" | "updated", customer: Customer): ShopEvent {
  return { scope: `store/customer/${name}`, data: { type: "customer", id: customer.id } };
}

/** An address of a customer changed. BigCommerce says "customer" here, though the id is the address's. */
export function addressUpdated(customer: Customer, addressId: number): ShopEvent {
  return {
    scope: "store/customer/address/updated",
    data: { type: "customer", id: addressId, address: { customer_id: customer.id } },
  };
}
