import type { EventFlag } from "#lib/contract/events.ts";
import { keptSince } from "./kept-since.ts";

/** Where an event belongs in time. */
export interface EventTime {
  /** Its own time; null when its place is that of its first arrival, which all of its copies share. */
  occurredAt: Date | null;
  /** The time that it claims, where that is not its place. Copies that claim another time are another event's. */
  claimedAt?: Date;
  flags: EventFlag[];
}

/** What a shop's clock and ours may differ by, before the difference is worth a word. */
const AHEAD_MS_MAX = 5 * 60_000;

/** From each of these on, a number of seconds would lie beyond the year 5000: it counts in the next smaller unit. */
const UNITS: readonly (readonly [below: number, perMs: number])[] = [
  [1e11, 1e-3],
  [1e14, 1],
  [1e17, 1e3],
  [1e20, 1e6],
];

const NUMBER = /^\d{1,20}(?:\.\d{1,9})?$/;
// A time without a zone could be any of 26 hours; it is not read.
const ISO = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:?\d\d)$/;
/** As BigCommerce's V2 API writes times. Source: V2 orders, `date_created`. */
const RFC_2822 = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;

/**
 * Decides which time an event has, from what its body says of it. Whole seconds are what BigCommerce sends; other forms
 * are read, because a true time is worth more than the time of arrival, and flagged. A time that cannot be read, lies ahead of
 * its arrival, or is older than anything that is kept, is no place in the log: the event would be told at a time that
 * no one knows, head the log for good, or never be seen. It is placed by its arrival then, and flagged. Pure.
 * @param claim `created_at` of the body, whatever that holds. Source of its form: BigCommerce docs, webhook events.
 * @param retentionDays How long events of its store are kept.
 */
export function eventTime(claim: unknown, arrivedAt: Date, retentionDays: number): EventTime {
  const told = readTime(claim);
  if (!told) return { occurredAt: null, flags: ["time_unknown"] };
  const { at, isUsual } = told;
  const flags: EventFlag[] = isUsual ? [] : ["time_in_other_form"];
  if (at.getTime() > arrivedAt.getTime() + AHEAD_MS_MAX)
    return { occurredAt: null, claimedAt: at, flags: [...flags, "time_ahead"] };
  if (at < keptSince(retentionDays, arrivedAt))
    return { occurredAt: null, claimedAt: at, flags: [...flags, "time_long_ago"] };
  return { occurredAt: at, flags };
}

/**
 * The time that a body claims, and whether in the form that BigCommerce uses; null when it cannot be read, or names none.
 * Pure.
 */
export function readTime(claim: unknown): { at: Date; isUsual: boolean } | null {
  const text = typeof claim === "number" ? decimals(claim) : typeof claim === "string" ? claim.trim() : "";
  if (NUMBER.test(text)) return readNumber(Number(text));
  if (!ISO.test(text) && !RFC_2822.test(text)) return null;
  const at = new Date(RFC_2822.test(text) ? text : text.replace(" ", "T"));
  return Number.isNaN(at.getTime()) || at.getTime() <= 0 ? null : { at, isUsual: false };
}

/** Without an exponent, which `String` writes from 1e21 on: such a number is no time. */
function decimals(number: number): string {
  return Math.abs(number) < 1e21 ? String(number) : "";
}

function readNumber(number: number): { at: Date; isUsual: boolean } | null {
  const unit = UNITS.find(([below]) => number < below);
  if (!unit || number <= 0) return null;
  const [, perMs] = unit;
  const isSeconds = unit === UNITS[0];
  return {
    at: new Date(isSeconds ? Math.round(number * 1000) : Math.floor(number / perMs)),
    isUsual: isSeconds && Number.isInteger(number),
  };
}
