import type { Verdict } from "#lib/contract/subscriptions.ts";
import { MINUTE_MS } from "#lib/time.ts";

/** From one look to the next: a look takes some seconds, and a minute is what is promised. */
export const LOOK_EVERY_MS = 45_000;
/** What was wrong may come back: a store is watched for so long after it was last seen. */
const WATCH_MS = 60 * MINUTE_MS;
/** While BigCommerce does not answer, looks become rarer up to this. */
const LOOK_EVERY_MS_MAX = 60 * MINUTE_MS;

/** Verdicts that may end without a person: another look is worth its two calls. */
const WATCHED: ReadonlySet<Verdict> = new Set([
  "off_by_bigcommerce",
  "missing",
  "wrong_address",
  "wrong_secret",
  "doubled",
  "blocked",
] as const);

/** What a look at a store's hooks found. */
export interface Look {
  /** Verdicts on what the store wants, after mending. */
  verdicts: readonly Verdict[];
  /** Whether something had to be mended. */
  hasMended: boolean;
  /** When BigCommerce answered last; null when it never did. */
  checkedAt: Date | null;
  /** Why it did not answer this time, as a code; null when it did. */
  failure: string | null;
}

/** When a store is looked at next, and until when that goes on. */
export interface Watch {
  at: Date;
  until: Date;
}

/**
 * How a store is watched after a look: every 45 seconds for an hour from the last sign of trouble, or for as long as
 * `until` says already. While BigCommerce does not answer, looks become rarer with the time since it did; where only a
 * person can help, because the store has to accept the app again, nobody looks. Pure.
 * @param until Until when the store is watched already; null when it is not.
 * @returns null when there is nothing to watch.
 */
export function nextLook(look: Look, until: Date | null, now: Date): Watch | null {
  const { verdicts, hasMended, checkedAt, failure } = look;
  if (failure === "NEEDS_REAUTHORISATION" || verdicts.includes("needs_reauthorisation")) return null;
  const isTroubled = failure !== null || hasMended || verdicts.some((verdict) => WATCHED.has(verdict));
  const end = Math.max(until?.getTime() ?? 0, isTroubled ? now.getTime() + WATCH_MS : 0);
  const silentMs = failure === null || checkedAt === null ? 0 : now.getTime() - checkedAt.getTime();
  const at = now.getTime() + Math.min(Math.max(LOOK_EVERY_MS, silentMs / 4), LOOK_EVERY_MS_MAX);
  return at <= end ? { at: new Date(at), until: new Date(end) } : null;
}
