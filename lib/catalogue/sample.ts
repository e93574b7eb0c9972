import { findEntry } from "./catalogue.ts";
import { partsOf, scopeForChannel } from "./scope.ts";

/** The six keys of a delivery in the order in which they arrive. Source: BigCommerce docs, webhook events. */
export interface SamplePayload {
  producer: string;
  hash: string;
  created_at: number;
  store_id: string;
  scope: string;
  data: object;
}

const CART_ID = "5f2c8d10-93ab-4e67-8c21-d4706be9a153";
const LINE_ITEM_ID = "c1e9470b-2d58-4f3a-b6e4-0a8d3f5c7712";

const metafield = (resourceId: string) => ({ metafield_id: 31, resource_id: resourceId });
const price = (priceListId: number, variantId: number) => ({
  price_list_id: priceListId,
  variant_id: variantId,
  currency: "USD",
});
const context = { affected_product_ids: [77, 78], context: { channel_id: 2, locale: "fr" } };
const productStock = {
  type: "product",
  id: 77,
  inventory: { product_id: 77, method: "absolute", value: 24 },
};
const skuStock = {
  type: "sku",
  id: 340,
  inventory: { product_id: 77, method: "absolute", value: 8, variant_id: 412 },
};
const theme = {
  theme_id: "7b0e2c94-1f63-4d85-a2c7-58e9b3d0641f",
  variation_id: "0c5d9a37-84e2-4b16-9f70-e3a1c62d8b45",
  version_id: "92f6b1d8-3a07-4c5e-8d94-b7e05f2c1a63",
  configuration_id: "e48a3c05-d719-4260-b5f8-16c9a07d2e34",
};

/**
 * The `data` of a family, by what its scope begins with; the first matching line counts. Settings of a
 * channel that are not listed come with an empty object. Ids are made up.
 * Source: BigCommerce docs, webhook events and callback schemas.
 */
const SHAPES: readonly (readonly [prefix: string, data: object])[] = [
  [
    "store/order/statusUpdated",
    { type: "order", id: 1023, status: { previous_status_id: 1, new_status_id: 2 } },
  ],
  ["store/order/message/", { type: "order", id: 1023, message: { order_message_id: 6 } }],
  ["store/order/refund/", { type: "order", id: 1023, refund: { refund_id: 9 } }],
  [
    "store/order/transaction/",
    {
      type: "transaction",
      order_id: "1023",
      transaction_id: "480115",
      transaction_status: "complete",
      transaction_type: "capture",
      result: { code: "captured", message: "Captured", type: "success" },
      platform_transaction_id: "700215",
      provider_transaction_id: "EXAMPLE0001",
    },
  ],
  ["store/order/metafield/", metafield("1023")],
  ["store/order/", { type: "order", id: 1023 }],
  ["store/shipment/", { type: "shipment", id: 18, orderId: 1023 }],
  ["store/product/inventory/", productStock],
  ["store/product/variant/metafield/", metafield("412")],
  ["store/product/metafield/", metafield("77")],
  ["store/product/", { type: "product", id: 77 }],
  ["store/sku/inventory/", skuStock],
  ["store/sku/", { type: "sku", id: 340, sku: { product_id: 77, variant_id: 412 } }],
  ["store/option/", { type: "local_option", id: 55, ...context }],
  ["store/modifier/", { type: "shared_modifier", id: 56, ...context }],
  ["store/channel/*/inventory/product/", { variant_id: 412, product_id: 77, location_id: 3 }],
  ["store/inventory/location/metafield/", metafield("3")],
  ["store/inventory/location/", { location_id: 3 }],
  ["store/category/metafield/", metafield("21")],
  ["store/category/", { type: "category", id: 21 }],
  ["store/brand/metafield/", metafield("14")],
  ["store/customer/address/", { type: "customer", id: 88, address: { customer_id: 45 } }],
  ["store/customer/channel/", { customer_id: 45, channel_ids: [1] }],
  ["store/customer/", { type: "customer", id: 45 }],
  ["store/subscriber/", { type: "subscriber", id: 7 }],
  ["store/cart/lineItem/", { type: "cart_line_item", id: LINE_ITEM_ID, cartId: CART_ID }],
  ["store/cart/metafield/", metafield(CART_ID)],
  ["store/cart/couponApplied", { type: "cart", id: CART_ID, couponId: 4 }],
  ["store/cart/abandoned", { type: "cart", id: CART_ID, token: "example-recovery-token" }],
  ["store/cart/converted", { type: "cart", id: CART_ID, orderId: 1023 }],
  ["store/cart/", { type: "cart", id: CART_ID }],
  ["store/priceList/records/", [price(5, 412), price(6, 413)]],
  ["store/priceList/record/", price(5, 412)],
  ["store/priceList/assignment/", { price_list_id: 5, channel_id: 1, customer_group_id: 2 }],
  ["store/priceList/", { price_list_id: 5 }],
  ["store/priceLists/", { price_list_ids: [5] }],
  ["store/channel/{channel_id}/order/", { order_id: 1023 }],
  ["store/channel/{channel_id}/cart/lineItem/", { cart_id: CART_ID, cart_item_id: LINE_ITEM_ID }],
  ["store/channel/{channel_id}/cart/", { cart_id: CART_ID }],
  ["store/channel/{channel_id}/category/product/", { product_id: 77 }],
  ["store/channel/{channel_id}/category/", { category_id: 21, tree_id: 1 }],
  ["store/channel/{channel_id}/categoryTree/", { tree_id: 1 }],
  ["store/channel/{channel_id}/product/", { product_id: 77 }],
  ["store/channel/{channel_id}/page/", { page_id: 12 }],
  ["store/channel/{channel_id}/script/", { uuid: "3d81f6a2-50c9-4b7e-9e14-c2a8d7065b3f" }],
  ["store/channel/{channel_id}/theme/", theme],
  ["store/channel/{channel_id}/email/", { template_kind: "order_status_email" }],
  ["store/channel/{channel_id}/settings/emailStatus/", { template_kind: "order_status_email" }],
  ["store/channel/{channel_id}/settings/searchContextFilters/", { category_id: 21 }],
  ["store/channel/{channel_id}/settings/site/", { site_id: 1002 }],
  ["store/channel/{channel_id}/settings/route/", { site_id: 1002 }],
  ["store/channel/{channel_id}/", {}],
  ["store/channel/metafield/", metafield("1")],
  ["store/channel/", { type: "channel", id: 2 }],
  ["store/metafield/", { ...metafield("3"), resource_type: "location" }],
  ["store/store/metafield/", { ...metafield("1000000001"), namespace: "example" }],
  [
    "store/redirects/",
    { id: 11, site_id: 1002, from_path: "/old-page/", to: { type: "product", entity_id: 77 } },
  ],
  [
    "store/hook/",
    { type: "webhook", id: 20172984, error_code: 90001, message: "The destination answered 500, will retry" },
  ],
  ["store/app/", { type: "store" }],
  ["store/information/", { type: "store" }],
  ["store/company/user/", { company_id: 640, user_id: 902 }],
  ["store/company/address/", { company_id: 640, address_id: 733 }],
  ["store/company/", { company_id: 640 }],
  ["store/superadmin/", { user_id: 902 }],
  ["store/quote/", { quote_id: 310, quote_uuid: "9c4e7b20" }],
];

/**
 * An example of the body that BigCommerce delivers, with keys in wire order and made-up ids. A wildcard gives
 * an example of its first member, because deliveries name the member; a template gives channel 1. An unknown
 * scope has empty `data`. The hash is the same in all examples: it identifies an event, and these are none.
 *
 * @param scope A scope as registered or as delivered.
 * @param storeHash The `abc123` of `stores/abc123`.
 */
export function samplePayload(scope: string, storeHash: string): SamplePayload {
  const entry = findEntry(scope);
  const template = entry?.covers[0] ?? entry?.scope ?? scope;
  const channelId = partsOf(scope).channelId ?? "1";
  const data = entry ? SHAPES.find(([prefix]) => template.startsWith(prefix))?.[1] : undefined;
  return {
    producer: `stores/${storeHash}`,
    hash: "0123456789abcdef0123456789abcdef01234567",
    created_at: 1775001600,
    store_id: "1000000001",
    scope: scopeForChannel(template, channelId),
    data: structuredClone(data ?? {}),
  };
}
