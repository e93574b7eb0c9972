import { findEntry } from "./catalogue.ts";
import { B2B } from "./descriptions/b2b.ts";
import { CARTS } from "./descriptions/carts.ts";
import { CATEGORIES } from "./descriptions/categories.ts";
import { CHANNELS } from "./descriptions/channels.ts";
import { CUSTOMERS } from "./descriptions/customers.ts";
import { INVENTORY } from "./descriptions/inventory.ts";
import { ORDERS } from "./descriptions/orders.ts";
import { PRICE_LISTS } from "./descriptions/price-lists.ts";
import { PRODUCTS } from "./descriptions/products.ts";
import { SHIPMENTS } from "./descriptions/shipments.ts";
import { STORE } from "./descriptions/store.ts";
import type { DescribedFamily, Description } from "./types.ts";

const FAMILIES: readonly DescribedFamily[] = [
  ORDERS,
  SHIPMENTS,
  PRODUCTS,
  INVENTORY,
  CATEGORIES,
  CUSTOMERS,
  CARTS,
  PRICE_LISTS,
  CHANNELS,
  STORE,
  B2B,
];

const byScope: ReadonlyMap<string, Description> = new Map(
  FAMILIES.flatMap((family) =>
    family.rows.map(([path, summary, contains, readScopes]) => [
      `store/${path}`,
      {
        summary,
        contains: contains ?? (path.endsWith("/*") ? "the details of the single event" : family.contains),
        readScopes: readScopes ?? family.readScopes,
      },
    ]),
  ),
);

/**
 * What is said of an event type in English, also by a channel's spelling of it; null for what is none. Apart from the
 * catalogue, because a list of names does without: it is half of what is told of them. A wildcard asks for what its members ask.
 */
export function describedScope(scope: string): Description | null {
  const entry = findEntry(scope);
  const own = entry && byScope.get(entry.scope);
  if (!own) return null;
  if (!entry.isWildcard) return own;
  const readScopes = entry.covers.flatMap((member) => byScope.get(member)?.readScopes ?? []);
  return { ...own, readScopes: [...new Set(readScopes)] };
}
