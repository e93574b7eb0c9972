import type { LimitTexts } from "./event-type-texts.ts";
import { partsOf } from "#lib/catalogue/scope.ts";
import type { CatalogueEntry } from "#lib/catalogue/types.ts";

// What single event types leave out, by path; the rest follows from what kind of event it is.
// Source: BigCommerce docs, webhook events.
const LIMITS: LimitTexts = {
  own: {
    "order/created": "It says nothing of a payment: an unpaid order counts as well.",
    "order/updated": "It does not say what changed. A change of status sends “Order status updated” too.",
    "order/statusUpdated": "Other changes of an order come as “Order updated”.",
    "order/refund/created":
      "It does not say what goes back in stock. The order's new status comes as an event of its own.",
    "cart/created": "Two events arrive for one action, because “Cart updated” is sent as well.",
    "cart/updated": "It is sent very often, and also when a cart is created or loses its last item.",
    "cart/deleted": "The cart cannot be read any more.",
    "cart/couponApplied": "Taking a coupon off the cart sends nothing of this type.",
    "cart/abandoned":
      "It comes an hour after the last change at the earliest. Whether the shopper comes back is not told.",
    "cart/converted": "The cart cannot be read any more: read the order.",
    "product/updated":
      "Most changes of images and all changes of variants are left out; variants come as SKU events.",
    "product/inventory/updated":
      "Stock that an order takes is left out, and so is stock that is tracked by variant.",
    "product/inventory/order/updated": "Changes by staff or an app are left out, and so are partial refunds.",
    "sku/created":
      "Its ID is that of the SKU; the API of products knows the variant's ID, which is beside it.",
    "sku/updated":
      "Its ID is that of the SKU; the API of products knows the variant's ID, which is beside it.",
    "sku/deleted": "The variant cannot be read any more.",
    "sku/inventory/updated":
      "Stock that an order takes is left out, and so are products that are not tracked by variant.",
    "sku/inventory/order/updated": "Changes by staff or an app are left out, and so are partial refunds.",
    "priceList/record/created": "Prices that an app writes in bulk come as “Price list records created”.",
    "priceList/record/updated": "Prices that an app writes in bulk come as “Price list records updated”.",
    "priceList/record/deleted": "Prices that an app removes in bulk come as “Price list records deleted”.",
    "priceList/records/created":
      "One event holds many prices. A single price comes as an event of its own type.",
    "priceList/records/updated":
      "One event holds many prices. A single price comes as an event of its own type.",
    "priceList/records/deleted":
      "One event holds many prices. A single price comes as an event of its own type.",
    "priceList/assignment/updated": "Products and SKUs send nothing when their price list changes.",
    "app/uninstalled":
      "Nothing can be read afterwards. BigCommerce also tells the app in another way, which this app listens to.",
    "information/updated": "It does not say which setting changed.",
    "hook/deliveryException": "It needs an address of its own, which whoever runs this app sets.",
    "category/product/assigned": "The event does not name the category.",
    "category/product/unassigned": "The event does not name the category.",
    "categoryTree/updated": "It does not say which category changed.",
    "page/created": "There is no event for a page that is deleted.",
    "page/updated": "There is no event for a page that is deleted.",
    "script/created": "There is no event for a script that is deleted.",
    "script/updated": "There is no event for a script that is deleted.",
    "redirects/updated": "Redirects that are added or removed send nothing.",
    "email/templates/deleted": "The template falls back to the one that it inherits.",
    "company/created": "Companies that are created in bulk are left out.",
    "quote/created": "Drafts are left out.",
    "quote/updated": "Messages and e-mails about the quote are left out.",
  },
  missing: {
    "brand/": "Brands themselves send no events, only their metafields do.",
    "order/message": "Messages that are changed or removed send nothing.",
    "settings/": "It does not say what the setting was before.",
    "notifications/": "It does not say what the setting was before.",
    "customer/": "Customer groups send no events of their own.",
  },
  wildcard: "Each event comes under its own type. Do not turn those on as well, or each arrives twice.",
  wildcardOfChannels:
    "Stores report that it brings everything that happens in their channels, carts and their items included: many events. That is not promised.",
  wildcardOfCarts: "Metafields of carts are not promised to be part of it.",
  b2b: "The store needs B2B Edition, and the app its permission.",
  otherChannels: "Other channels are left out.",
  asterisk: "The asterisk stands for all channels and is registered as it is.",
  metafieldDeleted: "The metafield cannot be read any more.",
  metafieldValue: "Its value is not in the event: read it.",
  deleted: "What was deleted cannot be read any more.",
  created: "Later changes come as events of other types.",
  updated: "It does not say what changed.",
  general: "It names the thing and nothing else: read it for the rest.",
};

/** What a subscription to an event type does not bring, or what to know of it, in a sentence or two. Never empty. */
export type LimitOf = (entry: CatalogueEntry) => string;

/** Makes that function of a language out of its texts. Pure. */
export function limitsIn(texts: LimitTexts): LimitOf {
  const ofWildcard = ({ scope, needsB2B }: CatalogueEntry) => {
    if (scope === "store/channel/*") return `${texts.wildcard} ${texts.wildcardOfChannels}`;
    if (scope === "store/cart/*") return `${texts.wildcard} ${texts.wildcardOfCarts}`;
    return needsB2B ? `${texts.wildcard} ${texts.b2b}` : texts.wildcard;
  };

  const ofKind = ({ scope, isPerChannel, needsB2B }: CatalogueEntry) => [
    ...(isPerChannel ? [texts.otherChannels] : []),
    ...(scope.startsWith("store/channel/*/") ? [texts.asterisk] : []),
    ...(needsB2B ? [texts.b2b] : []),
  ];

  const general = (path: string) => {
    const last = path.slice(path.lastIndexOf("/") + 1);
    if (/(^|\/)metafield\//.test(path))
      return last === "deleted" ? texts.metafieldDeleted : texts.metafieldValue;
    if (last === "deleted") return texts.deleted;
    const missing = Object.entries(texts.missing).find(([start]) => path.startsWith(start));
    if (missing) return missing[1];
    if (last === "created") return texts.created;
    return last === "updated" ? texts.updated : texts.general;
  };

  return (entry) => {
    const { path } = partsOf(entry.scope);
    if (entry.isWildcard) return ofWildcard(entry);
    return [texts.own[path] ?? general(path), ...ofKind(entry)].join(" ");
  };
}

/** The same in English. */
export const limitOf = limitsIn(LIMITS);
