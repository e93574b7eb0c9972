import useSWR from "swr";
import type { Overview } from "#lib/contract/overview.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** How often the open screen asks again, in milliseconds; SWR stops asking while the tab is hidden. */
const REFRESH_MS = 15_000;

/** How the store's webhooks are doing, kept fresh. */
export function useOverview(store: string) {
  return useSWR(apiPath(store, "overview"), (url: string) => getJson<Overview>(url), {
    refreshInterval: REFRESH_MS,
  });
}
