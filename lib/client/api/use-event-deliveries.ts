import useSWR from "swr";
import type { EventDeliveries } from "#lib/contract/destinations.ts";
import { getJson } from "#lib/client/fetcher/request.ts";
import { apiPath } from "#lib/client/paths.ts";

/** How often an open event asks again while something is on its way, in milliseconds. */
const BUSY_REFRESH_MS = 5_000;

/** What became of an event at each of the store's destinations. */
export function useEventDeliveries(store: string, id: string) {
  const key = apiPath(store, `events/${encodeURIComponent(id)}/deliveries`);
  return useSWR(key, (url: string) => getJson<EventDeliveries>(url), {
    refreshInterval: (answer) =>
      answer?.destinations.some(({ state }) => state === "waiting") ? BUSY_REFRESH_MS : 0,
  });
}
