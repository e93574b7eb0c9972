import { subscribe } from "#lib/db/notifications.ts";
import type { StoreHash } from "#lib/ids.ts";
import { EVENTS_CHANNEL } from "./channel.ts";
import { eventsAfterSeq, eventsBySeq, type EventRow } from "./records.ts";

/**
 * Commits end in another order than their numbers were given out, so a viewer that comes back reads this many numbers
 * before its last one again and drops what it has. Two commits of 500 per process are under way at most.
 */
const RESUME_OVERLAP = 1_000n;
/** Most events that one catch-up brings; a viewer that missed more reads the log. */
const CATCH_UP_MAX = 1_000;

/**
 * New events of a store as they are committed, by this process or another, until `signal` aborts. Nothing is missed;
 * after a lost connection some may come again, so the reader has to know them by their id.
 * @param afterSeq Where the reader was, to resume; null begins with now.
 */
export async function* liveEvents(
  store: StoreHash,
  afterSeq: bigint | null,
  signal: AbortSignal,
): AsyncGenerator<EventRow[], void, undefined> {
  let fresh: bigint[] = [];
  let mustCatchUp = afterSeq !== null;
  let last = afterSeq ?? 0n;
  let wake: () => void = () => undefined;
  const unsubscribe = subscribe(EVENTS_CHANNEL, (payload) => {
    if (payload === null) mustCatchUp ||= last > 0n;
    else fresh.push(...seqsOf(payload, store));
    wake();
  });
  signal.addEventListener("abort", () => wake(), { once: true });

  try {
    while (!signal.aborted) {
      const rows = await next();
      for (const { seq } of rows) if (seq > last) last = seq;
      if (rows.length > 0) yield rows;
      if (fresh.length > 0 || mustCatchUp || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    unsubscribe();
  }

  async function next(): Promise<EventRow[]> {
    const seqs = fresh;
    fresh = [];
    if (mustCatchUp) {
      mustCatchUp = false;
      return eventsAfterSeq(store, last > RESUME_OVERLAP ? last - RESUME_OVERLAP : 0n, CATCH_UP_MAX);
    }
    return seqs.length > 0 ? eventsBySeq(store, seqs) : [];
  }
}

/** The arrival numbers that a commit's notification names for one store. Pure. */
export function seqsOf(payload: string, store: string): bigint[] {
  const prefix = `${store}:`;
  return payload
    .split(",")
    .flatMap((entry) => (entry.startsWith(prefix) ? [BigInt(entry.slice(prefix.length))] : []));
}
