import useSWR from "swr";
import type { EventChanges } from "#lib/contract/changes.ts";
import type { ChangesState } from "#lib/contract/values/changes.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** How often it is asked again while reading is under way, in milliseconds. */
const READING_REFRESH_MS = 1_500;
/** How often while reading waits for something that takes longer. */
const WAITING_REFRESH_MS = 10_000;

const REFRESH_MS: Readonly<Partial<Record<ChangesState, number>>> = {
  waiting: READING_REFRESH_MS,
  retrying: WAITING_REFRESH_MS,
  quota: WAITING_REFRESH_MS,
};

/** What an event changed; asked again for as long as that may yet be found out. */
export function useChanges(store: string, id: string) {
  const path = apiPath(store, `events/${encodeURIComponent(id)}/changes`);
  return useSWR(path, (url: string) => getJson<EventChanges>(url), {
    refreshInterval: (answer) => (answer ? (REFRESH_MS[answer.state] ?? 0) : 0),
  });
}
