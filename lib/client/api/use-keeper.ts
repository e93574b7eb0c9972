import { useCallback } from "react";
import useSWR, { useSWRConfig } from "swr";
import type { KeeperView, NotifyOnlyChange } from "#lib/contract/keeper.ts";
import { subscriptionsKey } from "#lib/client/fetcher/keys.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** Where the app only tells, and the way to change that. */
export function useKeeper(store: string) {
  const key = apiPath(store, "keeper");
  const { mutate: mutateAny } = useSWRConfig();
  const { data, error, mutate } = useSWR(key, (url: string) => getJson<KeeperView>(url));

  /** @throws {ApiProblem} when it was refused; what was shown before stands. */
  const change = useCallback(
    async (next: NotifyOnlyChange): Promise<void> => {
      await mutate(sendJson<KeeperView>("PUT", key, next), { revalidate: false });
      await mutateAny(subscriptionsKey(store));
    },
    [key, mutate, mutateAny, store],
  );

  return { keeper: data, error: error as unknown, refresh: mutate, change };
}
