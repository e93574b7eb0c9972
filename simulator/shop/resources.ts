import { formatCents } from "./money.ts";
import { orderStatusName } from "./order-status.ts";
import { CATEGORIES } from "./seed-data.ts";
import type { Address, Cart, Customer, Order, Product, Shipment, Variant } from "./state.ts";

/*
 * Our things as the resource APIs show them: the fields that a reader of events looks at, under their real names.
 * Source: BigCommerce docs, Orders V2, Catalog V3, Customers V3 and Carts V3.
 */

/** An order, as `GET /v2/orders/{id}` answers it. `address` is where it goes. */
export function orderResource(order: Order, customer: Customer | undefined) {
  const subtotal = v2Amount(sum(order.items));
  const count = order.items.reduce((total, { quantity }) => total + quantity, 0);
  return {
    id: order.id,
    customer_id: order.customerId,
    date_created: v2Date(order.createdAt),
    date_modified: v2Date(order.updatedAt),
    date_shipped: order.shipments[0] ? v2Date(order.shipments[0].createdAt) : "",
    status_id: order.statusId,
    status: orderStatusName(order.statusId) ?? "",
    subtotal_ex_tax: subtotal,
    subtotal_inc_tax: subtotal,
    total_ex_tax: subtotal,
    total_inc_tax: subtotal,
    items_total: count,
    items_shipped: order.shipments.length > 0 ? count : 0,
    payment_method: "Test Payment Provider",
    payment_status: "captured",
    currency_code: "USD",
    cart_id: order.cartId,
    is_deleted: false,
    order_source: "www",
    channel_id: 1,
    billing_address: customer && billingAddress(customer),
    products: v2Link(order, "products"),
    shipping_addresses: v2Link(order, "shippingaddresses"),
  };
}

/** A parcel of an order, as `GET /v2/orders/{id}/shipments/{id}` answers it. */
export function shipmentResource(order: Order, shipment: Shipment) {
  return {
    id: shipment.id,
    order_id: order.id,
    customer_id: order.customerId,
    date_created: v2Date(shipment.createdAt),
    tracking_number: shipment.trackingNumber,
    items: order.items.map((item) => ({
      order_product_id: item.id,
      product_id: item.productId,
      quantity: item.quantity,
    })),
  };
}

/** A product, as `GET /v3/catalog/products/{id}` has it in `data`. */
export function productResource(product: Product) {
  const variantStock = product.variants.reduce((total, { stock }) => total + stock, 0);
  return {
    id: product.id,
    name: product.name,
    type: "physical",
    sku: product.sku,
    price: product.priceCents / 100,
    calculated_price: product.priceCents / 100,
    inventory_level: product.trackedBy === "variant" ? variantStock : product.stock,
    inventory_tracking: product.trackedBy,
    is_visible: true,
    availability: "available",
    categories: [CATEGORIES[product.id % CATEGORIES.length]?.id],
    date_created: v3Date(product.createdAt),
    date_modified: v3Date(product.updatedAt),
  };
}

/** A variant, as `GET /v3/catalog/products/{id}/variants/{id}` has it in `data`. */
export function variantResource(product: Product, variant: Variant) {
  return {
    id: variant.id,
    product_id: product.id,
    sku: variant.sku,
    sku_id: variant.skuId,
    price: null,
    calculated_price: product.priceCents / 100,
    inventory_level: variant.stock,
    purchasing_disabled: false,
    option_values: [{ option_display_name: "Kind", label: variant.label }],
  };
}

/** A category, as `GET /v3/catalog/trees/categories` has it in `data`. */
export function categoryResource(category: (typeof CATEGORIES)[number]) {
  return {
    category_id: category.id,
    parent_id: 0,
    tree_id: 1,
    name: category.name,
    description: "",
    sort_order: 0,
    is_visible: true,
    url: { path: category.path, is_customized: false },
  };
}

/** A customer, as `GET /v3/customers` has them in `data`. */
export function customerResource(customer: Customer) {
  return {
    id: customer.id,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    company: "",
    phone: "",
    notes: "",
    customer_group_id: 0,
    address_count: customer.addresses.length,
    date_created: v3Date(customer.createdAt),
    date_modified: v3Date(customer.updatedAt),
    origin_channel_id: 1,
  };
}

/** An address, as `GET /v3/customers/addresses` has it in `data`. */
export function addressResource(customer: Customer, address: Address) {
  return {
    id: address.id,
    customer_id: customer.id,
    first_name: customer.firstName,
    last_name: customer.lastName,
    address1: address.street,
    city: address.city,
    state_or_province: address.state,
    postal_code: address.zip,
    country_code: address.countryCode,
    address_type: "residential",
  };
}

/** A cart, as `GET /v3/carts/{id}` has it in `data`. */
export function cartResource(cart: Cart, customer: Customer | undefined) {
  const amount = sum(cart.items) / 100;
  return {
    id: cart.id,
    customer_id: cart.customerId,
    email: customer?.email ?? "",
    channel_id: 1,
    currency: { code: "USD" },
    base_amount: amount,
    cart_amount: amount,
    discount_amount: 0,
    tax_included: false,
    line_items: {
      physical_items: cart.items.map((item) => ({
        id: item.id,
        product_id: item.productId,
        variant_id: item.variantId,
        name: item.name,
        sku: item.sku,
        quantity: item.quantity,
        list_price: item.priceCents / 100,
        extended_list_price: (item.priceCents * item.quantity) / 100,
      })),
      digital_items: [],
      gift_certificates: [],
      custom_items: [],
    },
    created_time: v3Date(cart.createdAt),
    updated_time: v3Date(cart.updatedAt),
  };
}

function billingAddress(customer: Customer) {
  const address = customer.addresses[0];
  return {
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    street_1: address?.street ?? "",
    city: address?.city ?? "",
    state: address?.state ?? "",
    zip: address?.zip ?? "",
    country_iso2: address?.countryCode ?? "",
  };
}

function sum(items: readonly { priceCents: number; quantity: number }[]): number {
  return items.reduce((total, { priceCents, quantity }) => total + priceCents * quantity, 0);
}

/** V2 writes amounts as strings with four decimals. */
function v2Amount(cents: number): string {
  return `${formatCents(cents)}00`;
}

/** V2 writes times as in a mail's header, with a numeric zone. */
function v2Date(iso: string): string {
  return new Date(iso).toUTCString().replace("GMT", "+0000");
}

/** V3 writes ISO 8601 without fractions, and names the zone as an offset. */
function v3Date(iso: string): string {
  return iso.replace(/\.\d+Z$/, "+00:00");
}

function v2Link(order: Order, name: string) {
  return { resource: `/orders/${order.id}/${name}` };
}
