import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { SimulatedStore } from "#simulator/world/store.ts";

/** Something of the shop that an event may be about; made up when the shop is empty. */
interface Subject {
  order: number;
  product: number;
  variant: number;
  sku: number;
  customer: number;
  address: number;
  shipment: number;
  cart: string;
}

/** Which data an event of a scope carries; the first pattern that matches decides. Source: BigCommerce docs, Webhook events. */
const SHAPES: ReadonlyArray<
  readonly [scope: RegExp, data: (subject: Subject, match: RegExpExecArray) => unknown]
> = [
  [
    /^store\/channel\/\*\/inventory\/product\//,
    (of) => ({ variant_id: of.variant, product_id: of.product, location_id: 1 }),
  ],
  [/^store\/channel\/\d+\/cart\/lineItem\//, (of) => ({ cart_id: of.cart, cart_item_id: randomUUID() })],
  [/^store\/channel\/\d+\/cart\//, (of) => ({ cart_id: of.cart })],
  [/^store\/channel\/\d+\/order\//, (of) => ({ order_id: of.order })],
  [/^store\/channel\/\d+\/(?:category\/)?product\//, (of) => ({ product_id: of.product })],
  [/^store\/channel\/\d+\/category\//, () => ({ category_id: id(), tree_id: 1 })],
  [/^store\/channel\/\d+\/categoryTree\//, () => ({ tree_id: 1 })],
  [/^store\/channel\/\d+\/page\//, () => ({ page_id: id() })],
  [/^store\/channel\/\d+\/script\//, () => ({ uuid: randomUUID() })],
  [
    /^store\/channel\/\d+\/(?:email\/templates|settings\/emailStatus)\//,
    () => ({ template_kind: "order_status_email" }),
  ],
  [/^store\/channel\/\d+\/settings\/(?:site|route)\//, () => ({ site_id: 1000 })],
  [
    /^store\/channel\/\d+\/theme\//,
    () => ({
      theme_id: randomUUID(),
      variation_id: randomUUID(),
      version_id: randomUUID(),
      configuration_id: randomUUID(),
    }),
  ],
  [/^store\/channel\/\d+\//, () => ({})],
  [
    /^store\/metafield\//,
    () => ({ metafield_id: id(), resource_id: String(id()), resource_type: "product" }),
  ],
  [/\/metafield\/\w+$/, () => ({ metafield_id: id(), resource_id: String(id()) })],
  [
    /^store\/order\/statusUpdated$/,
    (of) => ({ type: "order", id: of.order, status: { previous_status_id: 1, new_status_id: 11 } }),
  ],
  [
    /^store\/order\/message\//,
    (of) => ({ type: "order", id: of.order, message: { order_message_id: id() } }),
  ],
  [/^store\/order\/refund\//, (of) => ({ type: "order", id: of.order, refund: { refund_id: id() } })],
  [
    /^store\/order\/transaction\//,
    (of) => ({
      type: "transaction",
      order_id: String(of.order),
      transaction_id: String(id()),
      transaction_status: "complete",
      transaction_type: "capture",
      result: { code: "captured", message: "Captured", type: "success" },
    }),
  ],
  [/^store\/cart\/lineItem\//, (of) => ({ type: "cart_line_item", id: randomUUID(), cartId: of.cart })],
  [/^store\/cart\/couponApplied$/, (of) => ({ type: "cart", id: of.cart, couponId: id() })],
  [
    /^store\/cart\/abandoned$/,
    (of) => ({ type: "cart", id: of.cart, token: randomBytes(16).toString("hex") }),
  ],
  [/^store\/cart\/converted$/, (of) => ({ type: "cart", id: of.cart, orderId: of.order })],
  [/^store\/cart\//, (of) => ({ type: "cart", id: of.cart })],
  [
    /^store\/product\/inventory\//,
    (of) => ({
      type: "product",
      id: of.product,
      inventory: { product_id: of.product, method: "absolute", value: randomInt(1, 200) },
    }),
  ],
  [
    /^store\/sku\/inventory\//,
    (of) => ({
      type: "sku",
      id: of.sku,
      inventory: {
        product_id: of.product,
        method: "absolute",
        value: randomInt(1, 200),
        variant_id: of.variant,
      },
    }),
  ],
  [
    /^store\/sku\//,
    (of) => ({ type: "sku", id: of.sku, sku: { product_id: of.product, variant_id: of.variant } }),
  ],
  [
    /^store\/customer\/address\//,
    (of) => ({ type: "customer", id: of.address, address: { customer_id: of.customer } }),
  ],
  [/^store\/customer\/channel\//, (of) => ({ customer_id: of.customer, channel_ids: [1] })],
  [/^store\/shipment\//, (of) => ({ type: "shipment", id: of.shipment, orderId: of.order })],
  [
    /^store\/(option|modifier)\//,
    (of, match) => ({
      type: `shared_${match[1]}`,
      id: id(),
      affected_product_ids: [of.product],
      context: { channel_id: 1, locale: "en" },
    }),
  ],
  [
    /^store\/priceList\/records\//,
    (of) => [0, 1].map(() => ({ price_list_id: 1, variant_id: of.variant, currency: "USD" })),
  ],
  [/^store\/priceList\/record\//, (of) => ({ price_list_id: 1, variant_id: of.variant, currency: "USD" })],
  [/^store\/priceList\/assignment\//, () => ({ price_list_id: 1, channel_id: 1, customer_group_id: 1 })],
  [/^store\/priceLists\//, () => ({ price_list_ids: [id()] })],
  [/^store\/priceList\//, () => ({ price_list_id: id() })],
  [/^store\/inventory\/location\//, () => ({ location_id: id() })],
  [
    /^store\/hook\/deliveryException$/,
    () => ({ type: "webhook", id: id(), error_code: 90001, message: "A test of the exception webhook" }),
  ],
  [
    /^store\/redirects\//,
    () => ({ id: id(), site_id: 1000, from_path: "/old/", to: { type: "product", entity_id: id() } }),
  ],
  [/^store\/(?:app|information)\//, () => ({ type: "store" })],
  [/^store\/company\/user\//, () => ({ company_id: id(), user_id: id() })],
  [/^store\/company\/address\//, () => ({ company_id: id(), address_id: id() })],
  [/^store\/company\//, () => ({ company_id: id() })],
  [/^store\/superadmin\//, () => ({ user_id: id() })],
  [/^store\/quote\//, () => ({ quote_id: id(), quote_uuid: randomBytes(4).toString("hex") })],
  [/^store\/order\//, (of) => ({ type: "order", id: of.order })],
  [/^store\/product\//, (of) => ({ type: "product", id: of.product })],
  [/^store\/customer\//, (of) => ({ type: "customer", id: of.customer })],
];

/**
 * Plausible data for an event of `scope` about something of the store's shop.
 * @param turn Counts up from event to event, so that things take turns: an order is made once, not three times in a second.
 */
export function sampleData(scope: string, store: SimulatedStore, turn: number): unknown {
  for (const [pattern, data] of SHAPES) {
    const match = pattern.exec(scope);
    if (match) return data(subjectOf(store, turn), match);
  }
  const [, type = "store"] = scope.split("/");
  return { type, id: id() };
}

const id = (): number => randomInt(1, 500);

function oneOf<T>(list: readonly T[]): T | undefined {
  return list.length === 0 ? undefined : list[randomInt(list.length)];
}

function subjectOf({ shop }: SimulatedStore, turn: number): Subject {
  const inTurn = <T>(list: readonly T[]): T | undefined => list[turn % list.length];
  const order = inTurn(shop.orders);
  const product = inTurn(shop.products);
  const variant = oneOf(product?.variants ?? []);
  const customer = inTurn(shop.customers);
  return {
    order: order?.id ?? 1000 + id(),
    product: product?.id ?? id(),
    variant: variant?.id ?? id(),
    sku: variant?.skuId ?? id(),
    customer: customer?.id ?? id(),
    address: oneOf(customer?.addresses ?? [])?.id ?? id(),
    shipment: oneOf(order?.shipments ?? [])?.id ?? id(),
    cart: inTurn(shop.carts)?.id ?? randomUUID(),
  };
}
