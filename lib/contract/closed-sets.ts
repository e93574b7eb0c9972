// Sets of words that the browser needs by name. They stand apart from the shapes, so that no page loads zod for them.

/** Codes of problems that the screens tell apart. */
export const PROBLEM_CODES = {
  sessionEnded: "SESSION_ENDED",
  accessWithdrawn: "ACCESS_WITHDRAWN",
  storeUninstalled: "STORE_UNINSTALLED",
  ownerOnly: "OWNER_ONLY",
  forbiddenOrigin: "FORBIDDEN_ORIGIN",
  invalidInput: "INVALID_INPUT",
  notFound: "NOT_FOUND",
  methodNotAllowed: "METHOD_NOT_ALLOWED",
  needsReauthorisation: "NEEDS_REAUTHORISATION",
  bigcommerceUnreachable: "BIGCOMMERCE_UNREACHABLE",
  bigcommerceRateLimited: "BIGCOMMERCE_RATE_LIMITED",
  rateLimited: "RATE_LIMITED",
  checkRunning: "CHECK_RUNNING",
  runUnderWay: "RUN_UNDER_WAY",
  viewNameTaken: "VIEW_NAME_TAKEN",
  tooManyViews: "TOO_MANY_VIEWS",
  erasureUnderWay: "ERASURE_UNDER_WAY",
  nothingToErase: "NOTHING_TO_ERASE",
  searchTimedOut: "SEARCH_TIMED_OUT",
  unexpected: "UNEXPECTED",
} as const;

/** What the log can be narrowed to by what became of an event. */
export const EVENT_STATUSES = ["received", "flagged", "test", "repeated"] as const;

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

/** How it is known that BigCommerce sent an event. */
export const PROOFS = ["signature", "header", "both"] as const;

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

/** Periods of the charts. */
export const CHART_PERIODS = ["24h", "7d", "30d"] as const;

/** What bars are stacked of: groups of event types and the rest, or all events where they are not told apart. */
export const CHART_SERIES = [...EVENT_GROUPS, "other", "all"] as const;

/** How a subscription is doing: the distance between what is wanted and what exists at BigCommerce. */
export const VERDICTS = [
  "receiving",
  "waiting",
  "starting",
  "off_by_merchant",
  "off_by_bigcommerce",
  "missing",
  "wrong_address",
  "wrong_secret",
  "doubled",
  "overlaps_wildcard",
  "over_limit",
  "blocked",
  "going_quiet",
  "needs_reauthorisation",
  "unknown",
] as const;

/** Verdicts that need somebody to do something. */
export const NEEDS_ATTENTION: ReadonlySet<(typeof VERDICTS)[number]> = new Set([
  "off_by_bigcommerce",
  "missing",
  "wrong_address",
  "wrong_secret",
  "doubled",
  "overlaps_wildcard",
  "over_limit",
  "blocked",
  "going_quiet",
  "needs_reauthorisation",
] as const);

/** Why a delivery was refused. */
export const REJECTION_REASONS = [
  "no_proof",
  "wrong_signature",
  "wrong_secret",
  "signature_required",
  "too_large",
  "unknown_encoding",
  "too_slow",
  "overloaded",
  "not_committed",
  "malformed",
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** What alerts are about. Each is one message for a store, however many webhooks it concerns. */
export const ALERT_CAUSES = [
  "off_by_bigcommerce",
  "missing",
  "wrong_address",
  "wrong_secret",
  "doubled",
  "over_limit",
  "blocked",
  "going_quiet",
  "needs_reauthorisation",
  "unreachable",
  "refusing",
] as const;
export type AlertCause = (typeof ALERT_CAUSES)[number];

/** How alerts leave the app. */
export const ALERT_CHANNELS = ["email", "webhook"] as const;
export type AlertChannel = (typeof ALERT_CHANNELS)[number];

/** Most addresses that a store's alerts, or BigCommerce's own notices, may go to. */
export const ALERT_EMAILS_MAX = 10;

/** Types of things that are read after events about them. */
export const READ_KINDS = ["order", "product", "variant", "category", "customer"] as const;
export type ReadKind = (typeof READ_KINDS)[number];

/** What is known of what an event changed. */
export const CHANGES_STATES = [
  "changed",
  "same",
  "first",
  "gone",
  "too_large",
  "waiting",
  "retrying",
  "quota",
  "failed",
  "off",
  "not_granted",
  "not_read",
  "test",
  "demo",
  "nothing",
] as const;
export type ChangesState = (typeof CHANGES_STATES)[number];
