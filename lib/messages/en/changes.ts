import { changeTextsIn, fieldNamesIn, valueTextsIn, type ValueWords } from "#lib/messages/changed-fields.ts";
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

/** Texts about what an event changed. */
export const CHANGES = {
  slow: "What changed takes longer than usual to load.",
  list: "Changes",
  more: (count: number) => `Show all ${count} changes`,
  compared: (read: string, known: string, events: number) =>
    `Read on ${read}, compared with ${known}.${
      events > 1
        ? ` ${events === 100 ? "100 or more" : events} events came in between, this one included.`
        : ""
    }`,
  masked: "Changed. The owner of the store sees what it was and is, and others when the owner allows it.",
  toSettings: "Open Settings",

  same: (known: string) => `As this app reads it, nothing is different from ${known}.`,
  first:
    "This app read it for the first time, so there is nothing to compare with. The next change is shown.",
  gone: "It does not exist anymore.",
  tooLarge: "It is larger than 64 KB, so this app does not keep it to compare.",
  waiting: "Being read. This takes some seconds.",
  retrying: (at: string, why: string) => `${why} It is read again on ${at}.`,
  quota: (at: string) =>
    `Half of what this store may ask of BigCommerce is used. The rest is left to people and other apps, and reading goes on at ${at}.`,
  failed: (why: string) => `${why} It is read again after the next event about it.`,
  off: "Reading what changed is switched off for this store.",
  notGranted: (kind: ReadKind, scope: string) =>
    `This store did not let the app read ${KINDS[kind]}. That takes the permission ${scope}.`,
  notRead: "It was not read after this event.",
  test: "This is a test: nothing changed in the shop.",
  demo: "This event of the demo's past was made up: nothing was read after it.",
  nothing: "Changes are shown for orders, products, variants, categories and customers.",
};

const FAILURES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "The store has to accept this app again.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce takes longer than usual to answer.",
  BIGCOMMERCE_UNREADABLE: "BigCommerce's answer about it could not be read.",
  BIGCOMMERCE_RATE_LIMITED: "What this store may ask of BigCommerce was used up.",
  BIGCOMMERCE_FORBIDDEN: "BigCommerce did not let this app read it.",
};

/** Why something could not be read, in a sentence. */
export function failureText(code: string | null): string {
  return FAILURES[code ?? ""] ?? "BigCommerce did not answer as expected.";
}

/** Texts of the switch for it. */
export const READING = {
  title: "What changed",
  text: "After an event this app reads the order, product or customer that it is about, and shows what changed. Half of what the store may ask of BigCommerce is always left to others. What was read is kept as long as events.",
  label: "Read what changed",
  isOn: "This app reads what events are about.",
  isOff: "This app reads nothing. What was read before stays as long as its events.",
  ownerOnly: "Only the owner of the store can change it.",
  slow: "Whether this app reads what changed takes longer than usual to load.",
};

/** Which permissions the store gave, and which are missing, in sentences. */
export function grantedText({ kinds }: EnrichmentView): string {
  const granted = kinds.filter(({ isGranted }) => isGranted).map(({ kind }) => KINDS[kind]);
  const missing = kinds.filter(({ isGranted }) => !isGranted);
  const scopes = [...new Set(missing.map(({ scope }) => scope))];
  return [
    granted.length > 0 ? `The store lets it read ${listed(granted)}.` : "The store lets it read nothing.",
    ...(missing.length > 0
      ? [
          `It may not read ${listed(missing.map(({ kind }) => KINDS[kind]))}: ${scopes.length === 1 ? "the permission is" : "the permissions are"} missing (${scopes.join(", ")}). Who runs the app adds that in the BigCommerce Developer Portal, then the owner opens the app and accepts.`,
        ]
      : []),
  ].join(" ");
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat("en").format(words);
}

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
