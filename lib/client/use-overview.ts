import useSWR from "swr";
import type { Overview, OverviewRange } from "#lib/contract/overview.ts";
import { apiPath } from "./paths.ts";
import { getJson } from "./request.ts";

/** How often the open screen asks again, in milliseconds; SWR stops asking while the tab is hidden. */
const REFRESH_MS = 15_000;

/** How the store's webhooks are doing, kept fresh. Another range keeps the numbers of the last one until it is there. */
export function useOverview(store: string, range: OverviewRange) {
  return useSWR(apiPath(store, "overview", { range }), (url: string) => getJson<Overview>(url), {
    keepPreviousData: true,
    refreshInterval: REFRESH_MS,
  });
}
