import type { BadgeWords } from "#lib/messages/badge.ts";
import type { Remedy, Verdict } from "#lib/contract/subscriptions.ts";

export const area = "verdicts";

/** A verdict as a badge: each has a word of its own, because colour alone says nothing to many. */
export const VERDICT_BADGES: Record<Verdict, BadgeWords> = {
  receiving: { label: "Receiving", variant: "success" },
  waiting: { label: "Waiting", variant: "primary" },
  starting: { label: "Starting", variant: "secondary" },
  off_by_merchant: { label: "Off", variant: "secondary" },
  off_by_bigcommerce: { label: "Switched off", variant: "danger" },
  missing: { label: "Missing", variant: "warning" },
  wrong_address: { label: "Wrong address", variant: "warning" },
  wrong_secret: { label: "Wrong secret", variant: "warning" },
  doubled: { label: "Doubled", variant: "warning" },
  overlaps_wildcard: { label: "Overlap", variant: "warning" },
  over_limit: { label: "Limit reached", variant: "danger" },
  blocked: { label: "Blocked", variant: "danger" },
  going_quiet: { label: "Going quiet", variant: "warning" },
  needs_reauthorisation: { label: "Needs access", variant: "danger" },
  unknown: { label: "Unknown", variant: "secondary" },
};

/** Covered by a wildcard that is on. */
export const INCLUDED_BADGE: BadgeWords = { label: "Included", variant: "secondary" };
export const UNMANAGED_BADGE: BadgeWords = { label: "Not managed", variant: "secondary" };

const REMEDIES: Record<Remedy, string> = {
  reregister: "Re-register",
  turn_on: "Turn on again",
  renew: "Renew now",
  repair: "Repair",
  remove_double: "Remove double",
  turn_off: "Turn off single one",
  reopen_app: "Reopen app",
  check: "Check now",
};

/** What the button says that mends a verdict. */
export function remedyLabel(remedy: Remedy, verdict: Verdict): string {
  if (remedy === "repair" && verdict === "wrong_address") return "Send here";
  return REMEDIES[remedy];
}
