import { changeTextsIn, fieldNamesIn, valueTextsIn, type ValueWords } from "#lib/messages/changed-fields.ts";
import { listedIn } from "#lib/messages/format/listed.ts";
import type { EnrichmentView } from "#lib/contract/changes.ts";
import type { ReadKind } from "#lib/contract/values/changes.ts";

export const area = "changes";

const KINDS: Readonly<Record<ReadKind, string>> = {
  order: "orders",
  product: "products",
  variant: "variants",
  category: "categories",
  customer: "customers",
};

/** One thing, as a sentence names it. */
const THINGS: Readonly<Record<ReadKind, string>> = {
  order: "order",
  product: "product",
  variant: "variant",
  category: "category",
  customer: "customer",
};

/** Texts about what an event changed. */
export const CHANGES = {
  slow: "Loading what changed is taking longer than usual.",
  list: "Changes",
  more: (count: number) => `Show all ${count} changes`,
  asItIs: "As it is now",
  asOf: (read: string) => `As of ${read}.`,
  hidden: "Only the store owner can see this.",
  compared: (known: string, events: number) =>
    events > 1
      ? `Compared with ${known}. ${events === 100 ? "100 or more" : events} events happened since then, so any of them may have made this change.`
      : `Compared with ${known}.`,
  masked: "Changed. Only the store owner can see the values.",
  toSettings: "Open Settings",

  same: (known: string) => `Nothing we track has changed since ${known}.`,
  first: (kind: ReadKind) => `First time we've seen this ${THINGS[kind]}. Future changes will show here.`,
  gone: "It no longer exists.",
  tooLarge: "Larger than 64 KB, so we can't compare it.",
  waiting: "Checking what changed…",
  retrying: (at: string, why: string) => `${why} Next try: ${at}.`,
  quota: (at: string) => `We've used our share of your store's API limit. We continue at ${at}.`,
  failed: (why: string) => `${why} We check again after the next event.`,
  off: "Change tracking is off.",
  notGranted: (kind: ReadKind, scope: string) =>
    `Keeper can't read ${KINDS[kind]}. It needs the permission ${scope}.`,
  notRead: "We didn't check this event.",
  test: "Test event. Nothing changed in your store.",
  demo: "Demo event. We didn't check what changed.",
  nothing: "We show changes for orders, products, variants, categories and customers.",
};

const FAILURES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "Reauthorize the app.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce isn't responding.",
  BIGCOMMERCE_UNREADABLE: "We couldn't read BigCommerce's answer.",
  BIGCOMMERCE_RATE_LIMITED: "Your store's API limit was reached.",
  BIGCOMMERCE_FORBIDDEN: "BigCommerce didn't let us read this.",
};

/** Why something could not be read, in a sentence. */
export function failureText(code: string | null): string {
  return FAILURES[code ?? ""] ?? "BigCommerce did not answer as expected.";
}

/** Texts of the switch for it. */
export const READING = {
  title: "Change tracking",
  text: "After each event we look up the order, product or customer and show what changed. We use at most half of your API limit.",
  label: "Track what changed",
  isOn: "Change tracking is on",
  isOff: "Change tracking is off. Earlier changes stay in the log.",
  slow: "Loading change tracking is taking longer than usual.",
};

/** Which permissions the store gave, and which are missing, in sentences. */
export function grantedText({ kinds }: EnrichmentView): string {
  const granted = kinds.filter(({ isGranted }) => isGranted).map(({ kind }) => KINDS[kind]);
  const missing = kinds.filter(({ isGranted }) => !isGranted);
  const scopes = [...new Set(missing.map(({ scope }) => scope))];
  return [
    granted.length > 0
      ? `Keeper can read ${listed(granted)}.`
      : "Keeper can't read anything about what changed.",
    ...(missing.length > 0
      ? [
          `Keeper can't read ${listed(missing.map(({ kind }) => KINDS[kind]))}. Your developer adds the ${scopes.length === 1 ? "permission" : "permissions"} ${listed(scopes)} in the Developer Portal, then the owner reopens Keeper.`,
        ]
      : []),
  ].join(" ");
}

const listed = listedIn("en-GB");

/** Words for values that have none of their own. */
const VALUES: ValueWords = {
  none: "none",
  empty: "empty",
  yes: "yes",
  no: "no",
  added: (value) => `added: ${value}`,
  removed: (value) => `removed: ${value}`,
  masked: CHANGES.masked,
};

/** Parts of names that are not written like other words. */
const SPELT: Readonly<Partial<Record<string, string>>> = {
  id: "ID",
  ids: "IDs",
  sku: "SKU",
  upc: "UPC",
  gtin: "GTIN",
  mpn: "MPN",
  url: "URL",
  ip: "IP",
  iso2: "code",
  inc: "with",
  ex: "without",
};
const NAMED: Readonly<Partial<Record<string, string>>> = {
  inventory_level: "Stock",
  is_visible: "Visible",
  status: "Status",
  items_total: "Items",
  map_price: "Minimum advertised price (MAP)",
  custom_url: "Address in the shop",
};

/** "Billing address › City", from the names that BigCommerce gives the fields. */
export const fieldName = fieldNamesIn(NAMED, SPELT);

/** One side of a change, for a person: "10.00", "yes", "Mugs (23)". */
export const valueText = valueTextsIn(VALUES);

/** "10.00 → 12.00", "added 5", "Changed" when it is masked. */
export const changeValue = changeTextsIn(VALUES);
