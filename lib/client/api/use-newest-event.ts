import useSWR from "swr";
import type { EventPage, EventView } from "#lib/contract/events.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** How often somebody who waits for the first event looks again, in milliseconds. */
const REFRESH_MS = 3_000;

/** Events that are looked through for one that is no test. */
const LOOKED_AT = 20;

/** The latest events of the store, newest first, asked for every few seconds; undefined until they are known. */
export function useLatestEvents(store: string, isWatching: boolean): readonly EventView[] | undefined {
  const key = isWatching ? apiPath(store, "events", { limit: LOOKED_AT }) : null;
  const { data } = useSWR(key, (url: string) => getJson<EventPage>(url), { refreshInterval: REFRESH_MS });
  return data?.events;
}

/** The newest event of the store that is no test, likewise; null while there is none. */
export function useNewestEvent(store: string, isWatching: boolean): EventView | null | undefined {
  const events = useLatestEvents(store, isWatching);
  return events && (events.find(({ isTest }) => !isTest) ?? null);
}
