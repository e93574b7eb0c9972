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
