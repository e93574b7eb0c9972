import type { BadgeWords } from "#lib/messages/badge.ts";
import type { Health, Remedy, Verdict } from "#lib/contract/subscriptions.ts";

export const area = "verdicts";

/** A verdict as a badge: each has a word of its own, because colour alone says nothing to many. */
export const VERDICT_BADGES: Record<Verdict, BadgeWords> = {
  receiving: { label: "Receiving", variant: "success" },
  waiting: { label: "Waiting", variant: "primary" },
  starting: { label: "Starting", variant: "secondary" },
  off_by_merchant: { label: "Off", variant: "secondary" },
  off_by_bigcommerce: { label: "Turned off", variant: "danger" },
  missing: { label: "Missing", variant: "danger" },
  wrong_address: { label: "Wrong URL", variant: "danger" },
  wrong_secret: { label: "Wrong secret", variant: "danger" },
  doubled: { label: "Duplicate", variant: "warning" },
  overlaps_wildcard: { label: "Arrives twice", variant: "warning" },
  over_limit: { label: "Limit reached", variant: "danger" },
  blocked: { label: "Paused", variant: "secondary" },
  going_quiet: { label: "Inactive soon", variant: "warning" },
  needs_reauthorisation: { label: "Reauthorize", variant: "warning" },
  unknown: { label: "Unknown", variant: "secondary" },
};

/** No secret at all is no reason to refuse what is signed. */
const NO_SECRET: BadgeWords = { label: "No secret", variant: "warning" };

/** How a webhook is doing as a badge. */
export function healthBadge({ verdict, severity }: Pick<Health, "verdict" | "severity">): BadgeWords {
  return verdict === "wrong_secret" && severity === "risk" ? NO_SECRET : VERDICT_BADGES[verdict];
}

/** Covered by a wildcard that is on. */
export const INCLUDED_BADGE: BadgeWords = { label: "Included", variant: "secondary" };
export const UNMANAGED_BADGE: BadgeWords = { label: "Not managed", variant: "secondary" };

const REMEDIES: Record<Remedy, string> = {
  reregister: "Register again",
  turn_on: "Turn on again",
  renew: "Renew now",
  repair: "Fix secret",
  remove_double: "Remove duplicate",
  turn_off: "Turn off duplicate",
  reopen_app: "Reopen app",
  check: "Check now",
};

/** What the button says that mends a verdict. */
export function remedyLabel(remedy: Remedy, verdict: Verdict): string {
  if (remedy === "repair" && verdict === "wrong_address") return "Fix address";
  return REMEDIES[remedy];
}
