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

type VerdictName = (typeof VERDICTS)[number];

/** How bad it is: events are being lost now; they will be, or arrive twice; it ends by itself. */
export const SEVERITIES = ["lost", "risk", "wait"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How bad each verdict is; null where nothing is wrong, or nobody knows. */
export const SEVERITY_OF: Readonly<Record<VerdictName, Severity | null>> = {
  receiving: null,
  waiting: null,
  starting: null,
  off_by_merchant: null,
  off_by_bigcommerce: "lost",
  missing: "lost",
  wrong_address: "lost",
  wrong_secret: "lost",
  doubled: "risk",
  overlaps_wildcard: "risk",
  over_limit: "lost",
  blocked: "wait",
  going_quiet: "risk",
  needs_reauthorisation: "risk",
  unknown: null,
};

/** Whether a person has to do something. What goes quiet is renewed by Keeper, unless that was left to a person. Pure. */
export function needsSomeone(health: {
  verdict: VerdictName;
  severity?: Severity | undefined;
  isLeftToYou?: true | undefined;
}): boolean {
  if (health.severity !== "lost" && health.severity !== "risk") return false;
  return health.verdict !== "going_quiet" || health.isLeftToYou === true;
}
