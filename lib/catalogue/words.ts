import { findEntry } from "./catalogue.ts";
import { resourceLabel } from "./label.ts";
import { resourceOf } from "./resource.ts";
import { partsOf } from "./scope.ts";

/**
 * What happened, by the scope's path. `{}` is the thing's label. Scopes without a line take the verb of their
 * last word.
 */
const PHRASES: Readonly<Record<string, string>> = {
  "order/statusUpdated": "{} changed status",
  "order/message/created": "{} got a message",
  "order/refund/created": "{} got a refund",
  "order/transaction/created": "{} got a transaction",
  "order/transaction/updated": "A transaction of {} was updated",
  "product/inventory/updated": "The stock of {} changed",
  "product/inventory/order/updated": "The stock of {} changed with an order",
  "sku/inventory/updated": "The stock of {} changed",
  "sku/inventory/order/updated": "The stock of {} changed with an order",
  "inventory/product/stock_changed": "The stock of {} changed",
  "inventory/product/low_stock_reached": "{} is low in stock",
  "inventory/product/out_of_stock_reached": "{} is out of stock",
  "inventory/product/settings_changed": "The inventory settings of {} changed",
  "customer/address/created": "{} got an address",
  "customer/address/updated": "An address of {} was updated",
  "customer/address/deleted": "An address of {} was deleted",
  "customer/payment/instrument/default/updated": "The default payment method of {} changed",
  "customer/channel/login/access/updated": "The channel access of {} changed",
  "cart/couponApplied": "{} got a coupon",
  "cart/converted": "{} became an order",
  "cart/lineItem/created": "{} got an item",
  "cart/lineItem/updated": "An item of {} was updated",
  "cart/lineItem/deleted": "{} lost an item",
  "priceLists/deleted": "Price lists were deleted, starting with {}",
  "priceList/record/created": "{} got a price",
  "priceList/record/updated": "A price of {} was updated",
  "priceList/record/deleted": "A price of {} was deleted",
  "priceList/records/created": "Prices were created, starting with {}",
  "priceList/records/updated": "Prices were updated, starting with {}",
  "priceList/records/deleted": "Prices were deleted, starting with {}",
  "priceList/assignment/updated": "The assignment of {} was updated",
  "priceList/assignment/deleted": "The assignment of {} was deleted",
  "product/assigned": "{} was assigned",
  "product/unassigned": "{} was unassigned",
  "category/product/assigned": "{} was added to a category",
  "category/product/unassigned": "{} was taken out of a category",
  "settings/emailStatus/updated": "The status of {} was updated",
  "settings/emailStatus/deleted": "The status of {} was reset",
  "email/templates/deleted": "{} was reset",
  "settings/searchContextFilters/updated": "The search filters of {} were updated",
  "settings/site/checkoutUrl/updated": "The checkout domain of {} was updated",
  "settings/site/checkoutUrl/deleted": "The checkout domain of {} was deleted",
  "settings/route/updated": "A route of {} was updated",
  "theme/configuration/created": "{} got a configuration",
  "theme/configuration/activated": "{} was published",
  "hook/deliveryException": "A delivery of {} failed",
  "company/statusUpdated": "{} changed status",
  "company/superadmin/assignmentUpdated": "The super admins of {} changed",
  "company/address/created": "{} got an address",
  "company/address/updated": "An address of {} was updated",
  "company/address/deleted": "An address of {} was deleted",
  "superadmin/assignmentUpdated": "The companies of {} changed",
  "quote/statusUpdated": "{} changed status",
};

const METAFIELD_PHRASES: Readonly<Record<string, string>> = {
  created: "{} got a metafield",
  updated: "A metafield of {} was updated",
  deleted: "A metafield of {} was deleted",
};

const VERBS: ReadonlySet<string> = new Set([
  "created",
  "updated",
  "deleted",
  "archived",
  "abandoned",
  "activated",
  "deactivated",
]);

function phraseOf(path: string): string | null {
  const own = PHRASES[path];
  if (own !== undefined) return own;
  const last = path.slice(path.lastIndexOf("/") + 1);
  if (/(^|\/)metafield\//.test(path)) return METAFIELD_PHRASES[last] ?? null;
  return VERBS.has(last) ? `{} was ${last}` : null;
}

function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** The title of an event type, such as "Order created"; an unknown scope is its own title. */
export function titleOf(scope: string): string {
  return findEntry(scope)?.title ?? scope;
}

/**
 * One line on what happened, from a delivery's scope and the `data` of its body: "Order 1023 was created",
 * "Cart 41696c19… was abandoned (channel 2)". Falls back to the title, and for unknown scopes to the scope.
 * Pure; never throws.
 */
export function describeEvent(scope: string, data: unknown): string {
  const entry = findEntry(scope);
  if (!entry) return scope;
  const { path, channelId } = partsOf(scope);
  const resource = resourceOf(scope, data);
  const phrase = entry.isWildcard ? null : phraseOf(path);
  const place = channelId === null ? "" : ` (channel ${channelId})`;
  if (!resource || phrase === null) return `${entry.title}${place}`;
  const label = resourceLabel(resource);
  // A function, because `$` has a meaning in replacement text.
  return phrase.replace("{}", () => (phrase.startsWith("{}") ? label : inSentence(label))) + place;
}
