/** Faults of one answer that are named; the others are counted. */
const NAMED_MAX = 10;

/** Takes note of what could not be read in one answer: where it stood and what kind of thing it was, never its value. */
export class Oddities {
  readonly #named: string[] = [];
  #count = 0;

  note(place: string, found: unknown): void {
    this.#count += 1;
    if (this.#named.length < NAMED_MAX) this.#named.push(`${place}: ${kindOf(found)}`);
  }

  get count(): number {
    return this.#count;
  }

  /** "data[3].headers: text", at most ten of them. */
  get named(): readonly string[] {
    return this.#named;
  }
}

/** Reads an answer of BigCommerce, and notes what of it is odd. @throws {NoAnswer} when it is none at all. */
export type Read<T> = (answer: unknown, odd: Oddities) => T;

/** There is nothing to be read where an answer should be. */
export class NoAnswer extends Error {}

/** One object of an answer, read field by field: one that does not fit is noted, and its default stands in for it. */
export class Fields {
  readonly #record: Readonly<Record<string, unknown>>;
  readonly #place: string;
  readonly #odd: Oddities;

  private constructor(record: Readonly<Record<string, unknown>>, place: string, odd: Oddities) {
    this.#record = record;
    this.#place = place;
    this.#odd = odd;
  }

  /** The fields of a value; null, and noted, when it has none. */
  static of(value: unknown, place: string, odd: Oddities): Fields | null {
    if (isRecord(value)) return new Fields(value, place, odd);
    odd.note(place, value);
    return null;
  }

  /** The fields of a whole answer. @throws {NoAnswer} */
  static ofAnswer(answer: unknown, odd: Oddities): Fields {
    if (!isRecord(answer)) throw new NoAnswer(`its root: ${kindOf(answer)}`);
    return new Fields(answer, "", odd);
  }

  /** A field as `as` reads it; the default when it is missing or null, and, noted, when it is odd. */
  get<T, Default>(name: string, as: (value: unknown) => T | undefined, otherwise: Default): T | Default {
    const value = this.#record[name];
    if (value === undefined || value === null) return otherwise;
    const read = as(value);
    if (read === undefined) this.#odd.note(this.#placeOf(name), value);
    return read === undefined ? otherwise : read;
  }

  /** A field that has to be there; null, and noted, when it is missing or odd. */
  need<T>(name: string, as: (value: unknown) => T | undefined): T | null {
    const value = this.#record[name];
    const read = as(value);
    if (read !== undefined) return read;
    this.#odd.note(this.#placeOf(name), value);
    return null;
  }

  /** The entries of a list, each with its place; none when it is missing or null, and, noted, when it is no list. */
  list(name: string): { value: unknown; place: string }[] {
    return this.#entries(name, this.get(name, asList, []));
  }

  /** The same of a list without which there is no answer. @throws {NoAnswer} */
  needList(name: string): { value: unknown; place: string }[] {
    const value = this.#record[name];
    if (!Array.isArray(value)) throw new NoAnswer(`${this.#placeOf(name)}: ${kindOf(value)}`);
    return this.#entries(name, value);
  }

  /** The fields of a field; null when it is missing or null, and, noted, when it has none. */
  within(name: string): Fields | null {
    const record = this.get(name, asRecord, null);
    return record && new Fields(record, this.#placeOf(name), this.#odd);
  }

  #entries(name: string, values: readonly unknown[]): { value: unknown; place: string }[] {
    return values.map((value, index) => ({ value, place: `${this.#placeOf(name)}[${index}]` }));
  }

  #placeOf(name: string): string {
    return this.#place === "" ? name : `${this.#place}.${name}`;
  }
}

/** What kind of thing a value is, in a word: all that a log may say of it. Pure. */
export function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return value === "" ? "empty text" : "text";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const asRecord = (value: unknown) => (isRecord(value) ? value : undefined);
const asList = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined);

/** Text that is not empty. */
export const asText = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** A name, which may have come as a number. */
export const asName = (value: unknown): string | undefined =>
  typeof value === "number" && Number.isFinite(value) ? String(value) : asText(value);

/** A whole number from 0 on, also when it is written as text. */
export function asCount(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** Yes or no, also as PHP and databases write it. */
export function asFlag(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === "1" || value === "true") return true;
  return value === false || value === 0 || value === "0" || value === "false" ? false : undefined;
}

/** Seconds of Unix time as a moment; nothing after the year 9999. */
export function asMoment(value: unknown): Date | undefined {
  const seconds = asCount(value);
  return seconds === undefined || seconds > 253_402_300_799 ? undefined : new Date(seconds * 1_000);
}
