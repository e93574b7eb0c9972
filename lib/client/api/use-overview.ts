import useSWR, { useSWRConfig } from "swr";
import type { Overview } from "#lib/contract/overview.ts";
import { alertsKey, overviewKey } from "#lib/client/fetcher/keys.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** How often the open screen asks again, in milliseconds; SWR stops asking while the tab is hidden. */
const REFRESH_MS = 15_000;

/**
 * How the store's webhooks are doing, kept fresh. What there is to do is shared with whatever else shows it, so that the
 * screen and its counts never differ.
 */
export function useOverview(store: string) {
  const { mutate } = useSWRConfig();
  return useSWR(overviewKey(store), (url: string) => getJson<Overview>(url), {
    refreshInterval: REFRESH_MS,
    onSuccess: ({ todo }) => void mutate(alertsKey(store), todo, { revalidate: false }),
  });
}
