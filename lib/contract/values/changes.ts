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
