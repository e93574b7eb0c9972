import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/time.ts";

/** From the first failure to the switch. Source: BigCommerce docs, Webhooks overview (48 hours, 12 attempts). */
const LADDER_MS = 48 * HOUR_MS + 4 * MINUTE_MS;
/** BigCommerce's times are in whole seconds, and its clock is not ours. */
const SLACK_MS = 2 * MINUTE_MS;
/** So long without a refusal of ours, and the receiver counts as well again. */
const WELL_AFTER_MS = 10 * MINUTE_MS;

/** Refusals that are the app's own failure: BigCommerce sent something true, and it was not taken. */
export const OWN_FAILURES: readonly RejectionReason[] = ["not_committed", "overloaded", "too_slow"];

/** Refusals of one reason within one hour: when the first and the last came. */
export interface Refusals {
  firstAt: Date;
  lastAt: Date;
}

/** What of this app's own failures may have made BigCommerce switch a hook off. */
export interface OwnFault {
  from: Date;
  to: Date;
  /** The app has worked well since, for as long as it takes to believe it. */
  isOver: boolean;
}

/**
 * The app's own failures in the two days before a hook was switched off; null when there were none. Pure.
 * @param refusals What the app failed to take of the store, whatever its age.
 * @param isWell Whether database, worker and receiver work now.
 */
export function ownFaultBefore(
  offAt: Date,
  refusals: readonly Refusals[],
  isWell: boolean,
  now: Date,
): OwnFault | null {
  const fromMs = offAt.getTime() - LADDER_MS - SLACK_MS;
  const toMs = offAt.getTime() + SLACK_MS;
  const before = refusals.filter(
    ({ firstAt, lastAt }) => lastAt.getTime() >= fromMs && firstAt.getTime() <= toMs,
  );
  if (before.length === 0) return null;
  const newest = Math.max(...refusals.map(({ lastAt }) => lastAt.getTime()));
  return {
    from: new Date(Math.min(...before.map(({ firstAt }) => firstAt.getTime()))),
    to: new Date(Math.max(...before.map(({ lastAt }) => lastAt.getTime()))),
    isOver: isWell && now.getTime() - newest >= WELL_AFTER_MS,
  };
}

/** Since when refusals matter to a hook that is off now, or was switched off a while ago. Pure. */
export function refusalsFrom(offAt: readonly Date[]): Date | null {
  if (offAt.length === 0) return null;
  return new Date(Math.min(...offAt.map((at) => at.getTime())) - LADDER_MS - HOUR_MS);
}
