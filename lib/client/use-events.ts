import { useCallback, useEffect, useRef, useState } from "react";
import useSWR from "swr";
import type { EventPage } from "#lib/contract/events.ts";
import { eventQuery, type EventAddress, type EventFilters } from "./event-address.ts";
import { afterRefresh, newcomers, withWaiting, type ShownPage } from "./event-list.ts";
import { apiPath } from "./paths.ts";
import { getJson } from "./request.ts";
import { useLive } from "./use-live.ts";

/** Between two readings for new events, however many came, in milliseconds. */
const NEWS_GAP_MS = 500;

interface Options {
  /** Nothing is heard of new events until somebody goes on. */
  isPaused: boolean;
  /** Nothing is asked any more. */
  hasEnded: boolean;
  /** The scopes that deliveries carry, of those that were chosen. The same function in each rendering. */
  deliveredScopes: (scopes: readonly string[]) => Promise<readonly string[]>;
  /** Whether new rows may go in now without moving what somebody looks at. */
  mayInsert: () => boolean;
}

type PageKey = readonly [path: string, filters: EventFilters, pageSize: number, cursor: string | null];

/**
 * One page of the log, and news of what comes in meanwhile. Rows stay when the question changes, until the answer is
 * there.
 */
export function useEvents(store: string, address: EventAddress, options: Options) {
  const { isPaused, hasEnded, mayInsert, deliveredScopes } = options;
  const { pageSize, trail, ...filters } = address;
  const path = apiPath(store, "events");
  const cursor = trail.at(-1) ?? null;
  const key = JSON.stringify([path, filters, pageSize]);
  const isLive = !isPaused && !hasEnded;

  const newestKey: PageKey = [path, filters, pageSize, null];
  const olderKey: PageKey | null = cursor === null ? null : [path, filters, pageSize, cursor];
  const readPage = useCallback(
    async ([, filtersOfPage, size, from]: PageKey): Promise<EventPage> => {
      const scopes = await deliveredScopes(filtersOfPage.scopes);
      const query = eventQuery({ ...filtersOfPage, scopes }, { pageSize: size, cursor: from }, Date.now());
      return getJson<EventPage>(apiPath(store, "events", query));
    },
    [deliveredScopes, store],
  );
  const newest = useSWR(newestKey, readPage, { revalidateOnFocus: isLive });
  const older = useSWR(olderKey, readPage, { keepPreviousData: true, revalidateOnFocus: false });
  const line = useLive(store, isLive, useGapped(newest.mutate));

  const [shown, setShown] = useState<ShownPage | null>(null);
  const latestMayInsert = useRef(mayInsert);
  useEffect(() => {
    latestMayInsert.current = mayInsert;
  });
  useEffect(() => {
    if (!newest.data) return;
    const latest = { key, page: newest.data };
    const isFree = cursor === null && latestMayInsert.current();
    setShown((before) => afterRefresh(before, latest, isFree));
  }, [cursor, key, newest.data]);

  const showWaiting = useCallback(() => setShown((before) => before && withWaiting(before)), []);
  const waiting = shown?.waiting && shown.key === key ? newcomers(shown.waiting, shown.page).length : 0;
  const page = cursor === null ? shown?.page : (older.data ?? shown?.page);
  return {
    page,
    /** Other rows are on their way; those on the screen answer an earlier question. */
    isBusy: page !== undefined && (cursor === null ? shown?.key !== key : older.isLoading),
    error: (cursor === null ? newest.error : (older.error ?? newest.error)) as unknown,
    retry: cursor === null ? newest.mutate : older.mutate,
    line,
    waiting,
    /** As many wait as a page holds: there may be more. */
    isWaitingFull: waiting >= pageSize,
    showWaiting,
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
