import { useCallback } from "react";
import useSWR, { useSWRConfig } from "swr";
import type { AlertList } from "#lib/contract/alerts.ts";
import { alertsKey, overviewKey } from "#lib/client/fetcher/keys.ts";
import { apiPath } from "#lib/client/paths.ts";
import type { Overview } from "#lib/contract/overview.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** How often an open page asks again, in milliseconds; SWR stops asking while the tab is hidden. */
const REFRESH_MS = 30_000;

/** What is wrong with the store now; every part of a page that asks shares one reading. */
export function useAlerts(store: string) {
  const { mutate: mutateAny } = useSWRConfig();
  const { data, error, mutate } = useSWR(alertsKey(store), (url: string) => getJson<AlertList>(url), {
    refreshInterval: REFRESH_MS,
  });
  /** Notes that the person saw an alert. @throws {ApiProblem} */
  const acknowledge = useCallback(
    async (id: string) => {
      const left = await sendJson<AlertList>("POST", apiPath(store, "alerts/acknowledge"), { id });
      await mutate(left, { revalidate: false });
      const withLeft = (overview: Overview | undefined) => overview && { ...overview, todo: left };
      await mutateAny(overviewKey(store), withLeft, { revalidate: false });
    },
    [mutate, mutateAny, store],
  );
  return { list: data, error: error as unknown, acknowledge };
}
