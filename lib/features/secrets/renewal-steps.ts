import { REFRESH_MS } from "#lib/features/receiver/refresh.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/time.ts";

/**
 * How long a coming secret is known before the first hook carries it. A receiver that missed the notification reads
 * it within `REFRESH_MS`; a hook that changed earlier would be refused there.
 */
export const ANNOUNCED_MS = REFRESH_MS + MINUTE_MS;
/**
 * From every hook's change on, until nothing that was sent before is retried: the last retry is 48 hours and some minutes
 * after the first try, and a check that began before the change may have held a hook back for as long as the next check.
 * Source: BigCommerce docs, Webhooks overview.
 */
export const RETRIES_MS = 50 * HOUR_MS;
/** An old secret passes no longer than this, even where hooks could not be changed. */
export const CHANGING_MS_MAX = 7 * 24 * HOUR_MS;

/** Where the renewal of a store's secret is. */
export interface Renewal {
  /** `announced`: every process learns the coming secret. `changing`: hooks change to it, and both pass. */
  phase: "announced" | "changing";
  since: Date;
  /** Since when every hook carries the new one; null before. */
  everywhereSince: Date | null;
}

/** Hooks of a store that carry a secret of ours. */
export interface HooksBySecret {
  onNew: number;
  onPrevious: number;
}

/** What has to happen to a renewal now. */
export type Step = "wait" | "change" | "all_changed" | "not_all_changed" | "end";

/**
 * What a renewal needs next. First the coming secret is only known, then hooks change to it while both pass; the old one
 * ends 50 hours after the last hook changed, when nothing that was sent with it is retried, or after 7 days. Pure.
 */
export function nextStep(renewal: Renewal, { onPrevious }: HooksBySecret, now: Date): Step {
  const age = now.getTime() - renewal.since.getTime();
  if (renewal.phase === "announced") return age >= ANNOUNCED_MS ? "change" : "wait";
  if (age >= CHANGING_MS_MAX) return "end";
  const { everywhereSince } = renewal;
  if (onPrevious > 0) return everywhereSince === null ? "wait" : "not_all_changed";
  if (everywhereSince === null) return "all_changed";
  return now.getTime() - everywhereSince.getTime() >= RETRIES_MS ? "end" : "wait";
}

/** When the old secret ends: for certain once every hook carries the new one, at the latest before that. Pure. */
export function endOf({ phase, since, everywhereSince }: Renewal): { at: Date; isCertain: boolean } {
  const changingSince = since.getTime() + (phase === "announced" ? ANNOUNCED_MS : 0);
  const latest = changingSince + CHANGING_MS_MAX;
  if (everywhereSince === null) return { at: new Date(latest), isCertain: false };
  return { at: new Date(Math.min(everywhereSince.getTime() + RETRIES_MS, latest)), isCertain: true };
}
