import useSWR from "swr";
import type { EventPage, EventView } from "#lib/contract/events.ts";
import { apiPath } from "./paths.ts";
import { getJson } from "./request.ts";

/** How often somebody who waits for the first event looks again, in milliseconds. */
const REFRESH_MS = 3_000;

/** The newest event of the store, asked for every few seconds; null while there is none, undefined until it is known. */
export function useNewestEvent(store: string, isWatching: boolean): EventView | null | undefined {
  const key = isWatching ? apiPath(store, "events", { limit: 1 }) : null;
  const { data } = useSWR(key, (url: string) => getJson<EventPage>(url), { refreshInterval: REFRESH_MS });
  return data && (data.events[0] ?? null);
}
