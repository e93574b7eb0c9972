import type { DestinationFilter } from "#lib/contract/destinations.ts";

/** What a person can pick to get fewer events, without writing a filter. */
export interface Conditions {
  /** Updates of products and variants, only when one of these changed; both off sends them all. */
  price: boolean;
  stock: boolean;
  /** Updates of orders, only when their status became this one, in BigCommerce's own words; null sends them all. */
  status: string | null;
  /** Orders of which the checkout was not finished are left out. */
  noIncomplete: boolean;
}

export const NO_CONDITIONS: Conditions = { price: false, stock: false, status: null, noIncomplete: false };

const PRODUCT_UPDATES = ["store/product/updated", "store/sku/updated"];
const ORDER_UPDATES = ["store/order/updated", "store/order/statusUpdated"];
const ORDERS = ["store/order/created", ...ORDER_UPDATES];
/** Source: BigCommerce docs, Order statuses. */
const INCOMPLETE_ID = 0;

/** A rule for some event types, which leaves every other type alone. */
const among = (types: readonly string[], ...rules: DestinationFilter[]): DestinationFilter => ({
  $or: [{ type: { $nin: [...types] } }, ...rules],
});

/** The filter that some conditions make; null when they leave everything in. Pure. */
export function filterOf({ price, stock, status, noIncomplete }: Conditions): DestinationFilter | null {
  const changed = [...(price ? ["price"] : []), ...(stock ? ["inventory_level"] : [])];
  const rules: DestinationFilter[] = [
    ...(changed.length > 0
      ? [among(PRODUCT_UPDATES, ...changed.map((field) => ({ [`changes.${field}`]: { $exists: true } })))]
      : []),
    ...(status === null ? [] : [among(ORDER_UPDATES, { "changes.status.after": status })]),
    ...(noIncomplete ? [among(ORDERS, { "thing.status_id": { $ne: INCOMPLETE_ID } })] : []),
  ];
  return rules.length === 0 ? null : { $and: rules };
}

const statusIn = (text: string) => /"changes\.status\.after":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];

/** The conditions that make just this filter; null when somebody wrote one of their own. Pure. */
export function conditionsOf(filter: DestinationFilter | null): Conditions | null {
  if (filter === null) return NO_CONDITIONS;
  const text = JSON.stringify(filter);
  const status = statusIn(text);
  const guess: Conditions = {
    price: text.includes('"changes.price"'),
    stock: text.includes('"changes.inventory_level"'),
    status: status === undefined ? null : String(JSON.parse(`"${status}"`)),
    noIncomplete: text.includes('"thing.status_id"'),
  };
  return JSON.stringify(filterOf(guess)) === text ? guess : null;
}

/** Whether any event that these conditions speak of is among some event types. Pure. */
export function conditionsFor(types: readonly string[]): { products: boolean; orders: boolean } {
  const has = (scopes: readonly string[], family: string) =>
    types.some((type) => type === "*" || type === family || scopes.includes(type));
  return {
    products:
      has([PRODUCT_UPDATES[0] ?? ""], "store/product/*") || has([PRODUCT_UPDATES[1] ?? ""], "store/sku/*"),
    orders: has(ORDERS, "store/order/*"),
  };
}
