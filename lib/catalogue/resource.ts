import { partsOf } from "./scope.ts";

/** The thing that an event is about. */
export interface Resource {
  /** A stable word in snake case, such as `order` or `price_list`. */
  type: string;
  /** Digits, a UUID or a name: only letters, digits, `_`, `.` and `-`. */
  id: string;
}

/** A type word and where its id stands inside `data`. */
type Place = readonly [type: string, ...path: string[]];

/**
 * Where the id stands, by what the scope's path begins with. The first matching line counts, and in it the
 * first place that holds an id. Parts of a thing (messages, refunds, transactions, cart items, addresses,
 * prices) lead to the thing itself, so that its history is found in one place.
 * Source: BigCommerce docs, webhook events and callback schemas.
 */
const PLACES: readonly (readonly [prefix: string, ...places: Place[]])[] = [
  ["order/transaction/", ["order", "order_id"], ["transaction", "transaction_id"]],
  ["order/", ["order", "id"], ["order", "order_id"]],
  ["shipment/", ["shipment", "id"]],
  ["product/", ["product", "id"], ["product", "product_id"]],
  // `data.id` is an older SKU id that no current endpoint takes; the variant stands one level below.
  ["sku/", ["variant", "sku", "variant_id"], ["variant", "inventory", "variant_id"], ["sku", "id"]],
  ["option/", ["option", "id"]],
  ["modifier/", ["modifier", "id"]],
  ["inventory/product/", ["variant", "variant_id"], ["product", "product_id"]],
  ["inventory/location/", ["location", "location_id"]],
  ["category/product/", ["product", "product_id"]],
  ["category/", ["category", "id"], ["category", "category_id"]],
  ["categoryTree/", ["category_tree", "tree_id"]],
  // The type says "customer", yet `data.id` is the id of the address.
  ["customer/address/", ["customer", "address", "customer_id"], ["address", "id"]],
  ["customer/", ["customer", "id"], ["customer", "customer_id"]],
  ["subscriber/", ["subscriber", "id"]],
  ["cart/lineItem/", ["cart", "cartId"], ["cart", "cart_id"], ["cart_line_item", "id"]],
  ["cart/", ["cart", "id"], ["cart", "cart_id"]],
  ["priceList/", ["price_list", "price_list_id"]],
  ["priceLists/", ["price_list", "price_list_ids", "0"]],
  ["channel/", ["channel", "id"]],
  ["page/", ["page", "page_id"]],
  ["script/", ["script", "uuid"]],
  ["theme/", ["theme", "theme_id"]],
  ["email/", ["email_template", "template_kind"]],
  ["settings/emailStatus/", ["email_template", "template_kind"]],
  ["settings/searchContextFilters/", ["category", "category_id"]],
  ["settings/", ["site", "site_id"]],
  ["redirects/", ["redirect", "id"]],
  ["hook/", ["webhook", "id"]],
  ["company/user/", ["company_user", "user_id"]],
  ["company/", ["company", "company_id"]],
  ["superadmin/", ["super_admin", "user_id"]],
  ["quote/", ["quote", "quote_id"]],
];

/** The types of things that events are about, save those of metafields that only a body names. */
export const RESOURCE_TYPES: readonly string[] = [
  ...new Set(PLACES.flatMap(([, ...places]) => places.map(([type]) => type))),
];

const TYPE_WORD = /^[a-z][a-z0-9_]{0,39}$/;
const ID = /^[\w.-]{1,100}$/;

/** Reads a place inside unknown JSON; undefined where the path leads nowhere. */
function read(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    // An object with this own key, as checked; what the key holds stays unknown.
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function idFrom(data: unknown, path: readonly string[]): string | null {
  const value = read(data, path);
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : null;
  return typeof value === "string" && ID.test(value) ? value : null;
}

function asTypeWord(value: unknown): string | null {
  return typeof value === "string" && TYPE_WORD.test(value) ? value : null;
}

function resourceFrom(type: string | null, id: string | null): Resource | null {
  return type !== null && id !== null ? { type, id } : null;
}

/**
 * The thing that a delivery is about, from its scope and the `data` of its body; null when the body names
 * none. Several prices or price lists at once count for the first one. An unknown scope is read by `type` and
 * `id`, as most events have them. Pure; never throws, whatever JSON `data` is.
 */
export function resourceOf(scope: string, data: unknown): Resource | null {
  const { path } = partsOf(scope);
  // Only the batch events of price list records carry an array.
  const subject: unknown = Array.isArray(data) ? data[0] : data;

  const words = path.split("/");
  if (words.at(-2) === "metafield") {
    // The scope names the owner, except for metafields of any resource, whose body does.
    const type = asTypeWord(words.at(-3) ?? read(subject, ["resource_type"]));
    return resourceFrom(type, idFrom(subject, ["resource_id"]));
  }

  const line = PLACES.find(([prefix]) => path.startsWith(prefix));
  if (!line) return resourceFrom(asTypeWord(read(subject, ["type"])), idFrom(subject, ["id"]));
  const [, ...places] = line;
  for (const [type, ...at] of places) {
    const id = idFrom(subject, at);
    if (id !== null) return { type, id };
  }
  return null;
}
