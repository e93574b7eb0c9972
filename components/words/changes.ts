import type { FieldChange, ReadingView } from "#lib/contract/changes.ts";
import type { ReadKind } from "#lib/contract/closed-sets.ts";
import { absoluteTime } from "./time.ts";

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
  gone: "It does not exist any more.",
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
} as const;

const FAILURES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "The store has to accept this app again.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce takes longer than usual to answer.",
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
} as const;

/** Which permissions the store gave, and which are missing, in sentences. */
export function grantedText({ kinds }: ReadingView): string {
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
};

/** "Billing address › City", from the names that BigCommerce gives the fields. */
export function fieldName(path: readonly string[]): string {
  return path.map(partName).join(" › ");
}

function partName(part: string): string {
  const words = (NAMED[part] ?? part).split("_").map((word) => SPELT[word] ?? word);
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A field whose values are amounts of money, by its name. */
const MONEY = /(?:^|_)(?:price|cost|total|subtotal|amount|discount|refunded|balance|tax)(?:_|$)/;
const NO_MONEY = /^items_|_id$|_class|_name|quantity/;
/** Longer values are cut: what changed in them is no more seen in a line. */
const VALUE_CHARACTERS_MAX = 160;

/** One side of a change, for a person: "10.00", "yes", "Mugs (23)". */
export function valueText(change: FieldChange, side: "before" | "after", locale: string): string {
  const value = change[side];
  const name = side === "before" ? change.beforeName : change.afterName;
  const field = change.path.findLast((part) => !/^\d+$/.test(part)) ?? "";
  if (name !== null) return `${name} (${value})`;
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === "") return "empty";
  const isNumber = typeof value === "number" || /^-?\d+\.\d+$/.test(value);
  if (isNumber && MONEY.test(field) && !NO_MONEY.test(field)) {
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 4 };
    return new Intl.NumberFormat(locale, digits).format(Number(value));
  }
  if (typeof value === "number")
    return /(?:^|_)ids?$|^categories$/.test(field)
      ? String(value)
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value);
  if (field.startsWith("date_") && !Number.isNaN(Date.parse(value)))
    return absoluteTime(new Date(value).toISOString(), locale);
  return value.length > VALUE_CHARACTERS_MAX ? `${value.slice(0, VALUE_CHARACTERS_MAX)}…` : value;
}

/** "10.00 → 12.00", "added 5", "Changed" when it is masked. */
export function changeValue(change: FieldChange, locale: string): string {
  if (change.isMasked) return CHANGES.masked;
  const [before, after] = [valueText(change, "before", locale), valueText(change, "after", locale)];
  if (change.kind === "added") return `added: ${after}`;
  if (change.kind === "removed") return `removed: ${before}`;
  return `${before} → ${after}`;
}
