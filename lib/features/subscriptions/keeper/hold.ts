import type { Subscription } from "#lib/features/subscriptions/records.ts";
import type { OwnFault } from "./own-fault.ts";
import { DAY_MS, HOUR_MS } from "#lib/time.ts";

/** A hook that is lost or switched off again and again is so for a reason; after this many times a day a person has to step in. */
const TIMES_PER_DAY_MAX = 3;

/** What the keeper considers before it repairs a subscription. */
export type KeptSubscription = Pick<Subscription, "isTellingOnly" | "hadHook" | "mendedAt" | "mendedFor">;

/** What is the same for all subscriptions of a store. */
export interface KeptStore {
  isTellingOnly: boolean;
  /** This app's address for the store. */
  receiverUrl: string;
}

/** Why the keeper does not repair something by itself now. */
export type Hold =
  /** The merchant wants to be told only. */
  | { why: "telling_only" }
  /** It did so a short while ago, or too often: it goes on at `until`. */
  | { why: "often"; times: number; isSpent: boolean; until: Date }
  /** This app itself failed, and does not work well yet. */
  | { why: "own_fault" };

/**
 * Why the keeper leaves alone what a subscription lacks: once an hour and three times a day at most for each, nothing where
 * the merchant wants to be told only, and nothing is switched on to fail again. What a person began, such as turning on or
 * an installation, is always brought to its end. Pure.
 * @param fault What this app failed in before the hook was switched off; null when it did not, or when it is not off.
 * @returns null when the keeper repairs it.
 */
export function holdOf(
  subscription: KeptSubscription,
  store: KeptStore,
  fault: OwnFault | null,
  now: Date,
): Hold | null {
  if (!subscription.hadHook) return null;
  if (store.isTellingOnly || subscription.isTellingOnly) return { why: "telling_only" };
  const times = timesOf(subscription, store, now);
  const ends = [times.at(-1) ?? -DAY_MS, (times.at(-TIMES_PER_DAY_MAX) ?? -DAY_MS) + DAY_MS - HOUR_MS];
  const until = Math.max(...ends) + HOUR_MS;
  if (until > now.getTime()) {
    const isSpent = times.length >= TIMES_PER_DAY_MAX;
    return { why: "often", times: times.length, isSpent, until: new Date(until) };
  }
  return fault !== null && !fault.isOver ? { why: "own_fault" } : null;
}

/** When it was repaired within the last day, in milliseconds, in order. A move of the app begins anew. */
function timesOf({ mendedAt, mendedFor }: KeptSubscription, { receiverUrl }: KeptStore, now: Date): number[] {
  if (mendedFor !== receiverUrl) return [];
  return mendedAt
    .map((at) => at.getTime())
    .filter((at) => now.getTime() - at < DAY_MS)
    .toSorted((one, other) => one - other);
}
