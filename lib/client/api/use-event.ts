import useSWR from "swr";
import type { EventDetail } from "#lib/contract/events.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** One event with everything that was received. What was received does not change; only its arrivals may grow. */
export function useEvent(store: string, id: string) {
  return useSWR(
    apiPath(store, `events/${encodeURIComponent(id)}`),
    (url: string) => getJson<EventDetail>(url),
    {
      keepPreviousData: true,
    },
  );
}
