import { isEmail, wordsIn } from "#lib/folded-words.ts";
import { isRecord } from "#lib/platform/bigcommerce/fields.ts";
import type { KindName } from "./kinds.ts";

/** A word by which a thing is found. */
export interface Word {
  word: string;
  /** It tells of a person. */
  isPersonal: boolean;
}

/** Further words of one thing are left out. */
const WORDS_MAX = 40;

/**
 * The words by which a thing is found, from its state as it was read: names and numbers that people type, and of orders
 * and customers whose they are. Pure.
 * @param more What else it is called, such as its product's name.
 */
export function wordsOf(kind: KindName, thing: unknown, more = ""): Word[] {
  const open = [...textsAt(thing, OPEN[kind]), more].flatMap(wordsIn);
  const personal = textsAt(thing, PERSONAL[kind]).flatMap((text) => [
    ...wordsIn(text),
    // People remember what stands before the sign.
    ...(isEmail(text) ? wordsIn(text.slice(0, text.indexOf("@"))) : []),
  ]);
  return [
    ...[...new Set(open)].map((word) => ({ word, isPersonal: false })),
    ...[...new Set(personal)].map((word) => ({ word, isPersonal: true })),
  ].slice(0, WORDS_MAX);
}

type Paths = readonly (readonly string[])[];

const PERSON = ["first_name", "last_name", "company", "email"] as const;
const OPEN: Readonly<Record<KindName, Paths>> = {
  order: [],
  product: [["name"], ["sku"], ["mpn"]],
  variant: [["sku"], ["option_values", "label"]],
  category: [["name"]],
  customer: [],
};
const PERSONAL: Readonly<Record<KindName, Paths>> = {
  order: PERSON.map((field) => ["billing_address", field]),
  product: [],
  variant: [],
  category: [],
  customer: PERSON.map((field) => [field]),
};

/** The texts that stand at these places; of a list, those of its entries. */
function textsAt(value: unknown, paths: Paths): string[] {
  return paths.flatMap((path) => textsOf(value, path));
}

function textsOf(value: unknown, [name, ...rest]: readonly string[]): string[] {
  if (Array.isArray(value))
    return value.flatMap((entry) => textsOf(entry, name === undefined ? [] : [name, ...rest]));
  if (name === undefined) return typeof value === "string" ? [value] : [];
  return isRecord(value) ? textsOf(value[name], rest) : [];
}
