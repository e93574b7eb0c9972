/** What the log can be narrowed to by what became of an event. `not_sent`: a destination was to get it, and it was given up. */
export const EVENT_STATUSES = ["received", "flagged", "test", "repeated", "not_sent"] as const;

/** What was odd about a delivery that was proven and therefore kept. */
export const EVENT_FLAGS = [
  "unreadable",
  "unknown_scope",
  "unknown_store",
  "uninstalled_store",
  "other_store",
  "time_in_other_form",
  "time_unknown",
  "time_ahead",
  "time_long_ago",
] as const;

/** Flags of events that are placed by their arrival, because their own time is no place in the log. */
export const PLACED_BY_ARRIVAL: ReadonlySet<(typeof EVENT_FLAGS)[number]> = new Set([
  "time_unknown",
  "time_ahead",
  "time_long_ago",
] as const);

/** What arrived later than this after it happened is not looked for at the top of the log, in milliseconds. */
export const LATE_FROM_MS = 60_000;

/** How it is known that BigCommerce sent an event; `keeper`: it did not, Keeper noted it itself. */
export const PROOFS = ["signature", "header", "both", "keeper"] as const;

/** The groups in which a merchant finds event types, in the order of the catalogue. */
export const EVENT_GROUPS = [
  "orders",
  "shipments",
  "products",
  "inventory",
  "categories",
  "customers",
  "carts",
  "price-lists",
  "channels",
  "store",
  "b2b",
] as const;

export type EventGroup = (typeof EVENT_GROUPS)[number];
