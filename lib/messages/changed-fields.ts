import type { FieldChange } from "#lib/contract/changes.ts";
import { isMoney, money, moneyChange } from "./format/money.ts";
import { absoluteTime, type Locale } from "./format/time.ts";

/** What a language says of values that have no words of their own. */
export interface ValueWords {
  none: string;
  empty: string;
  yes: string;
  no: string;
  added: (value: string) => string;
  removed: (value: string) => string;
  masked: string;
}

type Names = Readonly<Partial<Record<string, string>>>;

/**
 * Makes a language's function that names a field, "Billing address › City", from the names that BigCommerce gives them.
 * @param named Whole names. @param spelt Words of other names that are not written as they are.
 */
export function fieldNamesIn(named: Names, spelt: Names): (path: readonly string[]) => string {
  const partName = (part: string) => {
    const text =
      named[part] ??
      part
        .split("_")
        .map((word) => spelt[word] ?? word)
        .join(" ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return (path) => path.map(partName).join(" › ");
}

/** Longer values are cut: what changed in them is no more seen in a line. */
const VALUE_CHARACTERS_MAX = 160;

type Side = "before" | "after";

/** Makes a language's function that tells one side of a change. */
export function valueTextsIn(words: ValueWords): (change: FieldChange, side: Side, locale: Locale) => string {
  return (change, side, locale) => {
    const value = change[side];
    const name = side === "before" ? change.beforeName : change.afterName;
    const field = change.path.findLast((part) => !/^\d+$/.test(part)) ?? "";
    if (name !== null) return `${name} (${value})`;
    if (value === null) return words.none;
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (value === "") return words.empty;
    const amount = amountOf(change, side);
    if (amount !== null) return money(amount, change.currency, locale.tag);
    if (typeof value === "number")
      return /(?:^|_)ids?$|^categories$/.test(field)
        ? String(value)
        : new Intl.NumberFormat(locale.tag, { maximumFractionDigits: 4 }).format(value);
    if (field.startsWith("date_") && !Number.isNaN(Date.parse(value)))
      return absoluteTime(new Date(value).toISOString(), locale);
    return value.length > VALUE_CHARACTERS_MAX ? `${value.slice(0, VALUE_CHARACTERS_MAX)}…` : value;
  };
}

/** One side of a change as an amount of money; null where it is none. */
function amountOf(change: FieldChange, side: Side): number | null {
  const value = change[side];
  const isNumber = typeof value === "number" || (typeof value === "string" && /^-?\d+\.\d+$/.test(value));
  return isNumber && isMoney(change.path) ? Number(value) : null;
}

/** Makes a language's function that tells a change as a whole. */
export function changeTextsIn(words: ValueWords): (change: FieldChange, locale: Locale) => string {
  const valueText = valueTextsIn(words);
  return (change, locale) => {
    if (change.isMasked) return words.masked;
    const [old, young] = [amountOf(change, "before"), amountOf(change, "after")];
    if (change.kind === "changed" && old !== null && young !== null)
      return moneyChange(old, young, change.currency, locale.tag);
    const [before, after] = [valueText(change, "before", locale), valueText(change, "after", locale)];
    if (change.kind === "added") return words.added(after);
    if (change.kind === "removed") return words.removed(before);
    return `${before} → ${after}`;
  };
}
