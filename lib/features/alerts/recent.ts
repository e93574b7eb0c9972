import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { ownRejections } from "#lib/features/receiver/refusing.ts";
import type { Repair } from "#lib/features/subscriptions/keeper/records.ts";
import type { StoreClock } from "#lib/features/subscriptions/store-clock.ts";
import { wordsHere } from "#lib/messages/here.ts";
import { MINUTE_MS } from "#lib/time.ts";
import type { Troubles } from "./causes.ts";

/** Repairs of one check, or of checks that soon follow each other, are told as one. */
const TOGETHER_MS = 10 * MINUTE_MS;

/** What was wrong and is over. */
export interface RecentFacts {
  /** What Keeper fixed by itself in the last 24 hours, in any order. */
  repairs: readonly Repair[];
  rejections: readonly { reason: RejectionReason; count: number; firstAt: Date; lastAt: Date }[];
  troubles: Pick<Troubles, "causes">;
  /** When the last event of all arrived; null when none ever did. */
  lastArrivedAt: Date | null;
  clock: StoreClock;
}

/** One thing that is over. */
export interface RecentNote {
  id: string;
  at: Date;
  sentence: string;
}

/** What was wrong in the last 24 hours and is over, the newest first; what still is wrong stands elsewhere. Pure. */
export function recentNotes(facts: RecentFacts): RecentNote[] {
  const notes = [...repairNotes(facts), ...refusalNotes(facts)];
  return notes.toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

function repairNotes({ repairs, clock }: RecentFacts): RecentNote[] {
  const { RECENT } = wordsHere();
  const inOrder = repairs.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const groups: Repair[][] = [];
  for (const repair of inOrder) {
    const last = groups.at(-1)?.at(-1);
    if (last && repair.at.getTime() - last.at.getTime() <= TOGETHER_MS) groups.at(-1)?.push(repair);
    else groups.push([repair]);
  }
  return groups.flatMap((group) => {
    const to = group.at(-1)?.at;
    if (!to) return [];
    const since = group.flatMap(({ brokenSince }) => (brokenSince ? [brokenSince.getTime()] : []));
    const from = since.length === 0 ? null : new Date(Math.min(...since));
    const scopes = new Set(group.map(({ scope }) => scope));
    const told = RECENT.fixed(scopes.size, RECENT.at(clock.time(to)));
    const missing = from && from < to ? [RECENT.mayMiss(...span(from, to, clock))] : [];
    return [{ id: `fixed-${to.getTime()}`, at: to, sentence: [told, ...missing].join(" ") }];
  });
}

function refusalNotes({ rejections, troubles, lastArrivedAt, clock }: RecentFacts): RecentNote[] {
  const { RECENT } = wordsHere();
  if (troubles.causes.has("refusing") || troubles.causes.has("wrong_secret")) return [];
  const own = ownRejections(rejections);
  if (own.length === 0) return [];
  const from = new Date(Math.min(...own.map(({ firstAt }) => firstAt.getTime())));
  const to = new Date(Math.max(...own.map(({ lastAt }) => lastAt.getTime())));
  const count = own.reduce((sum, each) => sum + each.count, 0);
  const [first, last] = span(from, to, clock);
  const when = first === last ? RECENT.at(first) : RECENT.between(first, last);
  const again = lastArrivedAt && lastArrivedAt > to ? [RECENT.arriveAgain] : [];
  const sentence = [RECENT.refused(count, when), ...again, RECENT.resent].join(" ");
  return [{ id: `refused-${to.getTime()}`, at: to, sentence }];
}

/** Two times as they are read beside each other: with their days where these differ. */
function span(from: Date, to: Date, clock: StoreClock): [string, string] {
  return clock.day(from) === clock.day(to)
    ? [clock.time(from), clock.time(to)]
    : [clock.moment(from), clock.moment(to)];
}
