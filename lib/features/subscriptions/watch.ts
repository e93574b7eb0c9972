import type { Verdict } from "#lib/contract/subscriptions.ts";
import { MINUTE_MS } from "#lib/time.ts";

/** From one check to the next. A check takes some seconds, and the promise is a minute. */
export const CHECK_EVERY_MS = 45_000;
/** What was wrong may come back: a store is watched for so long after it was last seen. */
const WATCH_MS = 60 * MINUTE_MS;
/** While BigCommerce does not answer, checks become rarer up to this. */
const CHECK_EVERY_MS_MAX = 60 * MINUTE_MS;

/** Verdicts that may end without a person: another check is worth its two calls. */
const WATCHED: ReadonlySet<Verdict> = new Set([
  "off_by_bigcommerce",
  "missing",
  "wrong_address",
  "wrong_secret",
  "doubled",
  "blocked",
] as const);

/** What a check of a store's hooks found. */
export interface CheckFindings {
  /** Verdicts on what the store wants, after repairs. */
  verdicts: readonly Verdict[];
  /** Whether something had to be repaired. */
  hasMended: boolean;
  /** When BigCommerce answered last; null when it never did. */
  checkedAt: Date | null;
  /** Why it did not answer this time, as a code; null when it did. */
  failure: string | null;
}

/** When a store is checked next, and until when the checks go on. */
export interface Watch {
  at: Date;
  until: Date;
}

/**
 * How a store is watched after a check: every 45 seconds for an hour from the last sign of trouble, or for as long as
 * `until` says already. While BigCommerce does not answer, checks become rarer with the time since it did; where only a
 * person can help, because the store has to accept the app again, no check is due. Pure.
 * @param until Until when the store is watched already; null when it is not.
 * @returns null when there is nothing to watch.
 */
export function nextCheck(findings: CheckFindings, until: Date | null, now: Date): Watch | null {
  const { verdicts, hasMended, checkedAt, failure } = findings;
  if (failure === "NEEDS_REAUTHORISATION" || verdicts.includes("needs_reauthorisation")) return null;
  const isTroubled = failure !== null || hasMended || verdicts.some((verdict) => WATCHED.has(verdict));
  const end = Math.max(until?.getTime() ?? 0, isTroubled ? now.getTime() + WATCH_MS : 0);
  const silentMs = failure === null || checkedAt === null ? 0 : now.getTime() - checkedAt.getTime();
  const at = now.getTime() + Math.min(Math.max(CHECK_EVERY_MS, silentMs / 4), CHECK_EVERY_MS_MAX);
  return at <= end ? { at: new Date(at), until: new Date(end) } : null;
}
