import type { StoreHash } from "#lib/ids.ts";
import { followStore, type News, OVERLAP } from "./live-feed.ts";
import { eventsAfterSeq } from "./records.ts";

/** Most events that one catch-up brings beside those that may be known; a viewer that missed more reads the log. */
const CATCH_UP_MAX = 1_000;
/** Events that wait for a viewer who does not take them; beyond that the log has to be read. */
const WAITING_MAX = 1_000;

/**
 * New events of a store as they are committed, by this process or another, until `signal` aborts. Nothing is missed
 * without being told (`hasGap`); after a lost connection some may come again, so the reader has to know them by their id.
 * @param afterSeq Where the reader was, to resume; null begins with now.
 * @throws when the database breaks off.
 */
export async function* liveEvents(
  store: StoreHash,
  afterSeq: bigint | null,
  signal: AbortSignal,
): AsyncGenerator<News, void, undefined> {
  let queue: News[] = [];
  let waiting = 0;
  let failure: { error: unknown } | undefined;
  let wake: () => void = () => undefined;
  const { ready, leave } = followStore(store, {
    hear: (news) => {
      queue.push(news);
      waiting += news.rows.length;
      if (waiting > WAITING_MAX) {
        queue = [{ rows: [], hasGap: true }];
        waiting = 0;
      }
      wake();
    },
    fail: (error) => {
      failure = { error };
      wake();
    },
  });
  const stop = () => wake();
  signal.addEventListener("abort", stop, { once: true });

  try {
    if (afterSeq !== null) {
      await ready;
      const limit = Number(OVERLAP) + CATCH_UP_MAX;
      const rows = await eventsAfterSeq(store, afterSeq > OVERLAP ? afterSeq - OVERLAP : 0n, limit);
      if (rows.length > 0) yield { rows, hasGap: rows.length === limit };
    }
    while (!signal.aborted) {
      const news = queue.shift();
      if (news) {
        waiting -= news.rows.length;
        yield news;
        continue;
      }
      if (failure) throw failure.error;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    signal.removeEventListener("abort", stop);
    leave();
  }
}
