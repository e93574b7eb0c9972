import { B2B } from "./families/b2b.ts";
import { CARTS } from "./families/carts.ts";
import { CATEGORIES } from "./families/categories.ts";
import { CHANNELS } from "./families/channels.ts";
import { CUSTOMERS } from "./families/customers.ts";
import { INVENTORY } from "./families/inventory.ts";
import { ORDERS } from "./families/orders.ts";
import { PRICE_LISTS } from "./families/price-lists.ts";
import { PRODUCTS } from "./families/products.ts";
import { SHIPMENTS } from "./families/shipments.ts";
import { STORE } from "./families/store.ts";
import { partsOf, scopeForChannel, templateOf } from "./scope.ts";
import type { CatalogueEntry, Family, GroupId } from "./types.ts";

/** The groups in the order of a merchant's interest. */
export const GROUPS: readonly { readonly id: GroupId; readonly title: string }[] = [
  { id: "orders", title: "Orders" },
  { id: "shipments", title: "Shipments" },
  { id: "products", title: "Products" },
  { id: "inventory", title: "Inventory and locations" },
  { id: "categories", title: "Categories and brands" },
  { id: "customers", title: "Customers and subscribers" },
  { id: "carts", title: "Carts" },
  { id: "price-lists", title: "Price lists" },
  { id: "channels", title: "Channels and storefronts" },
  { id: "store", title: "Store" },
  { id: "b2b", title: "B2B" },
];

const FAMILIES: Record<GroupId, Family> = {
  orders: ORDERS,
  shipments: SHIPMENTS,
  products: PRODUCTS,
  inventory: INVENTORY,
  categories: CATEGORIES,
  customers: CUSTOMERS,
  carts: CARTS,
  "price-lists": PRICE_LISTS,
  channels: CHANNELS,
  store: STORE,
  b2b: B2B,
};

// Inventory's `store/channel/*/inventory/...` has an asterisk in the middle and is no wildcard.
const isWildcardScope = (scope: string) => scope.endsWith("/*");

/**
 * Whether a delivery of `scope` comes through the wildcard. A wildcard reaches below its own level, with two
 * exceptions: `store/channel/*` is not documented to reach the events of single channels, nor `store/cart/*`
 * the metafields of carts. Promising less costs a second hook at worst, promising more costs events.
 * Source: BigCommerce docs, webhook events.
 */
export function isCovered(wildcard: string, scope: string): boolean {
  const prefix = wildcard.slice(0, -1);
  if (!scope.startsWith(prefix)) return false;
  if (wildcard === "store/channel/*") return !scope.slice(prefix.length).includes("/");
  if (wildcard === "store/cart/*") return !scope.startsWith("store/cart/metafield/");
  return true;
}

function expand(family: Family): CatalogueEntry[] {
  return family.rows.map(([path, title]) => {
    const scope = `store/${path}`;
    return {
      scope,
      group: family.group,
      title,
      isWildcard: isWildcardScope(scope),
      covers: [],
      isPerChannel: scope.includes("{channel_id}"),
      needsB2B: family.group === "b2b",
    };
  });
}

function withMembers(entry: CatalogueEntry, all: readonly CatalogueEntry[]): CatalogueEntry {
  if (!entry.isWildcard) return entry;
  const members = all.filter(({ scope, isWildcard }) => !isWildcard && isCovered(entry.scope, scope));
  return { ...entry, covers: members.map(({ scope }) => scope) };
}

const expanded = GROUPS.flatMap(({ id }) => expand(FAMILIES[id]));

/**
 * The 200 event types that BigCommerce documents: 179 events and 21 wildcards, by group, wildcards first.
 * Source: BigCommerce docs, webhook events, and webhooks V3 OpenAPI, as of April 2026.
 */
export const CATALOGUE: readonly CatalogueEntry[] = expanded.map((entry) => withMembers(entry, expanded));

const byScope: ReadonlyMap<string, CatalogueEntry> = new Map(CATALOGUE.map((entry) => [entry.scope, entry]));

/**
 * The entry of a registered or delivered scope, or null. `store/channel/1/order/created` finds the template
 * `store/channel/{channel_id}/order/created`.
 */
export function findEntry(scope: string): CatalogueEntry | null {
  return byScope.get(scope) ?? byScope.get(templateOf(scope)) ?? null;
}

/** Whether the catalogue has the scope, as it stands or as a channel's spelling of a template. */
export function isKnownScope(scope: string): boolean {
  return findEntry(scope) !== null;
}

/**
 * The wildcards that also bring every event of `scope`, widest first; for a channel's scope they name the
 * same channel. A wildcard may itself be covered by a wider one. Empty for unknown scopes.
 */
export function coveringWildcards(scope: string): string[] {
  const entry = findEntry(scope);
  if (!entry) return [];
  const members = entry.isWildcard ? entry.covers : [entry.scope];
  const { channelId } = partsOf(scope);
  return CATALOGUE.filter(
    ({ scope: wildcard, covers }) =>
      covers.length > 0 && wildcard !== entry.scope && members.every((member) => covers.includes(member)),
  )
    .toSorted((one, other) => other.covers.length - one.covers.length)
    .map(({ scope: wildcard }) => (channelId === null ? wildcard : scopeForChannel(wildcard, channelId)));
}

/** What a new store receives from the start: the events most shops act on, each one only once. */
export const STARTER_SCOPES: readonly string[] = [
  "store/order/created",
  "store/order/statusUpdated",
  "store/order/refund/created",
  "store/shipment/created",
  "store/product/created",
  "store/product/updated",
  "store/product/deleted",
  "store/product/inventory/updated",
  "store/customer/created",
  "store/customer/updated",
  "store/cart/abandoned",
  "store/cart/converted",
];
