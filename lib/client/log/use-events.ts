import { useCallback, useEffect, useRef, useState } from "react";
import useSWR from "swr";
import type { EventPage } from "#lib/contract/events.ts";
import { eventQuery, PAGE_SIZE, type EventFilters } from "./event-address.ts";
import { isLate, withNews, type LateArrivals } from "./late-arrivals.ts";
import { afterRefresh, newcomers, withOlder, withWaiting, type ShownList } from "./event-list.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";
import { useLive, type News } from "#lib/client/live/use-live.ts";

/** Between two readings for new events, however many came, in milliseconds. */
const NEWS_GAP_MS = 500;
/** Until the page is asked for again whose things are being read, in milliseconds: a reading takes two to four seconds. */
const READ_GAP_MS = 2_000;

interface Options {
  /** New events wait until somebody goes on. */
  isPaused: boolean;
  /** Nothing is asked any more. */
  hasEnded: boolean;
  /** The scopes that deliveries carry, of those that were chosen. The same function in each rendering. */
  deliveredScopes: (scopes: readonly string[]) => Promise<readonly string[]>;
  /** Whether new rows may go in now without moving what somebody looks at or points to. */
  mayInsert: () => boolean;
}

type PageKey = readonly [path: string, filters: EventFilters];

/** Older events that are on their way, or did not come. */
interface Older {
  key: string;
  isBusy: boolean;
  error: unknown;
}

/**
 * The log from its newest event as far down as it was asked for, and news of what comes in meanwhile. Rows stay when the
 * question changes, until the answer is there.
 */
export function useEvents(store: string, filters: EventFilters, options: Options) {
  const { isPaused, hasEnded, mayInsert, deliveredScopes } = options;
  const path = apiPath(store, "events");
  const key = JSON.stringify([path, filters]);
  const isLive = !hasEnded;

  const read = useCallback(
    async (asked: EventFilters, cursor: string | null): Promise<EventPage> => {
      const scopes = await deliveredScopes(asked.scopes);
      const query = eventQuery({ ...asked, scopes }, cursor, Date.now());
      return getJson<EventPage>(apiPath(store, "events", query));
    },
    [deliveredScopes, store],
  );
  const newestKey: PageKey = [path, filters];
  const newest = useSWR(newestKey, ([, asked]: PageKey) => read(asked, null), {
    revalidateOnFocus: isLive,
    refreshInterval: (known) => (isLive && known?.isBeingRead ? READ_GAP_MS : 0),
  });
  const readNews = useGapped(newest.mutate);
  const [late, setLate] = useState<LateArrivals | null>(null);
  const line = useLive(store, isLive, (news?: News) => {
    readNews();
    if (news !== undefined) setLate((before) => withNews(before, news));
  });

  const [shown, setShown] = useState<ShownList | null>(null);
  const latestMayInsert = useRef(mayInsert);
  useEffect(() => {
    latestMayInsert.current = mayInsert;
  });
  useEffect(() => {
    if (!newest.data) return;
    const latest = { key, page: newest.data };
    const isFree = !isPaused && latestMayInsert.current();
    setShown((before) => afterRefresh(before, latest, isFree));
  }, [isPaused, key, newest.data]);

  const [older, setOlder] = useState<Older>({ key, isBusy: false, error: undefined });
  const cursor = shown?.key === key ? shown.page.nextCursor : null;
  const isReading = older.key === key && older.isBusy;
  const showOlder = useCallback(() => {
    if (cursor === null || isReading) return;
    setOlder({ key, isBusy: true, error: undefined });
    read(filters, cursor).then(
      (page) => {
        setShown((before) => withOlder(before, { key, cursor, page }));
        setOlder({ key, isBusy: false, error: undefined });
      },
      (error: unknown) => setOlder({ key, isBusy: false, error }),
    );
  }, [cursor, filters, isReading, key, read]);

  const showWaiting = useCallback(() => setShown((before) => before && withWaiting(before)), []);
  // Those that arrived late are counted by themselves: they don't go in at the top.
  const waiting =
    shown?.waiting && shown.key === key
      ? newcomers(shown.waiting, shown.page).filter((event) => !isLate(event)).length
      : 0;
  return {
    page: shown?.page,
    /** Other rows are on their way; those on the screen answer an earlier question. */
    isBusy: shown !== null && shown.key !== key,
    error: newest.error as unknown,
    retry: newest.mutate,
    line,
    waiting,
    /** As many wait as a page holds: there may be more. */
    isWaitingFull: waiting >= PAGE_SIZE,
    showWaiting,
    late,
    forgetLate: useCallback(() => setLate(null), []),
    /** Whether the log goes on below. */
    hasOlder: cursor !== null,
    isOlderBusy: isReading,
    olderError: older.key === key ? older.error : undefined,
    showOlder,
  };
}

/** Runs `read` at once, then at most once per gap, and once more when it was asked for meanwhile. Stays the same. */
function useGapped(read: () => Promise<unknown>): () => void {
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  const state = useRef({ isRunning: false, isWanted: false });
  return useCallback(() => {
    const run = state.current;
    run.isWanted = true;
    if (run.isRunning) return;
    run.isRunning = true;
    void (async () => {
      while (run.isWanted) {
        run.isWanted = false;
        // What went wrong is told where the page is shown; here it only must not end the loop.
        await latest.current().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, NEWS_GAP_MS));
      }
      run.isRunning = false;
    })();
  }, []);
}
