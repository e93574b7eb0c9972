/** What alerts are about. Each is one message for a store, however many webhooks it concerns. */
export const ALERT_CAUSES = [
  "off_by_bigcommerce",
  "missing",
  "wrong_address",
  "wrong_secret",
  "no_secret",
  "doubled",
  "over_limit",
  "blocked",
  "going_quiet",
  "needs_reauthorisation",
  "unreachable",
  "refusing",
  "destination_ill",
  "destination_off",
  "deliveries_failed",
] as const;

export type AlertCause = (typeof ALERT_CAUSES)[number];

/** What each cause means for a merchant: events are missed, a person has to act, or something is not as it should be. */
export const ALERT_CAUSE_GROUPS = {
  stopped: ["off_by_bigcommerce", "missing", "wrong_address", "wrong_secret", "refusing"],
  needsYou: ["needs_reauthorisation", "over_limit"],
  destinations: ["destination_ill", "destination_off", "deliveries_failed"],
  warnings: ["no_secret", "blocked", "doubled", "going_quiet", "unreachable"],
} as const satisfies Readonly<Record<string, readonly AlertCause[]>>;

export type AlertCauseGroup = keyof typeof ALERT_CAUSE_GROUPS;

/** What a person is shown as something to do, and what is told nobody outside the app: a choice of their own, or minutes without an answer. */
export const TODO_CAUSES = [
  ...ALERT_CAUSES,
  "overlaps_wildcard",
  "check_failed",
  "destination_retrying",
] as const;

export type TodoCause = (typeof TODO_CAUSES)[number];

/** Whether a text names one of these; rows of a newer version may name others. Pure. */
export const isAlertCause = (text: string): text is AlertCause =>
  ALERT_CAUSES.some((cause) => cause === text);

/** How alerts leave the app. */
export const ALERT_CHANNELS = ["email", "webhook"] as const;

export type AlertChannel = (typeof ALERT_CHANNELS)[number];

/** Most addresses that a store's alerts, or BigCommerce's own notices, may go to. */
export const ALERT_EMAILS_MAX = 10;
