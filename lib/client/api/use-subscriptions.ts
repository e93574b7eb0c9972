import { useCallback } from "react";
import useSWR, { useSWRConfig } from "swr";
import type {
  ChangeResults,
  ReconcileResult,
  SubscriptionList,
  SubscriptionChanges,
} from "#lib/contract/subscriptions.ts";
import { alertsKey, subscriptionsKey } from "#lib/client/fetcher/keys.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";
import { slices, withWanted } from "./subscription-edits.ts";

/** How often the open screen asks again, in milliseconds; SWR stops asking while the tab is hidden. */
const REFRESH_MS = 30_000;
/** How often while a check runs at the server, in milliseconds. */
const CHECKING_REFRESH_MS = 2_000;
/** Changes per request of a long change: small enough that progress moves every second or so. */
const SLICE = 6;

/** Stands in where no list has been read, which then shows nothing that could be changed. */
const NOTHING: SubscriptionList = {
  groups: [],
  strays: [],
  checkedAt: null,
  checkFailure: null,
  isChecking: false,
  destination: "",
};

type Changes = SubscriptionChanges["changes"];
export type ChangeOutcome = ChangeResults["results"][number];
/** How far a long piece of work is. */
export interface Progress {
  done: number;
  total: number;
}

/**
 * Every event type with whether it is wanted, its hook and its health, kept fresh; and the ways to change them.
 * @param isChanging Whether something is changing them: the list is asked for more often then.
 */
export function useSubscriptions(store: string, isChanging = false) {
  const { mutate: mutateAny } = useSWRConfig();
  const { data, error, isLoading, mutate } = useSWR(
    subscriptionsKey(store),
    (url: string) => getJson<SubscriptionList>(url),
    {
      keepPreviousData: true,
      refreshInterval: (list) => (isChanging || list?.isChecking ? CHECKING_REFRESH_MS : REFRESH_MS),
    },
  );

  /**
   * Turns event types on or off. Switches move at once and go back for what was refused.
   * @throws {ApiProblem} when the request as a whole was refused; every switch of it is back then.
   */
  const change = useCallback(
    async (changes: Changes): Promise<ChangeOutcome[]> => {
      let results: ChangeOutcome[] = [];
      await mutate(
        async () => {
          const url = apiPath(store, "subscriptions");
          ({ results } = await sendJson<ChangeResults>("PUT", url, { changes }));
          // What there is to do changes with them.
          void mutateAny(alertsKey(store));
          return getJson<SubscriptionList>(subscriptionsKey(store));
        },
        {
          optimisticData: (list) => withWanted(list ?? NOTHING, changes),
          rollbackOnError: true,
          revalidate: false,
        },
      );
      return results;
    },
    [mutate, mutateAny, store],
  );

  /** Makes many changes, a few per request, and tells how far it is. Stops before the next request once `signal` says so. */
  const changeMany = useCallback(
    async (
      changes: Changes,
      report: (progress: Progress) => void,
      signal?: AbortSignal,
    ): Promise<ChangeOutcome[]> => {
      const results: ChangeOutcome[] = [];
      report({ done: 0, total: changes.length });
      for (const slice of slices(changes, SLICE)) {
        if (signal?.aborted) break;
        results.push(...(await change(slice)));
        report({ done: results.length, total: changes.length });
      }
      return results;
    },
    [change],
  );

  /**
   * Compares with BigCommerce (`dryRun`), or carries out what the comparison calls for, for these scopes or for all.
   * Safe to repeat.
   * @throws {ApiProblem} when BigCommerce is out of reach or a check runs already.
   */
  const reconcile = useCallback(
    async (request: { dryRun: boolean; scopes?: string[] }): Promise<ReconcileResult> => {
      try {
        return await sendJson<ReconcileResult>("POST", apiPath(store, "subscriptions/reconcile"), request);
      } finally {
        await Promise.all([mutate(), mutateAny(alertsKey(store))]);
      }
    },
    [mutate, mutateAny, store],
  );

  /** Removes a webhook of another installation of this app. @throws {ApiProblem} when it is not there or BigCommerce refuses. */
  const removeHook = useCallback(
    async (id: string): Promise<void> => {
      try {
        await sendJson("DELETE", apiPath(store, `subscriptions/hooks/${id}`), {});
      } finally {
        await Promise.all([mutate(), mutateAny(alertsKey(store))]);
      }
    },
    [mutate, mutateAny, store],
  );

  return {
    list: data,
    error: error as unknown,
    isLoading,
    refresh: mutate,
    change,
    changeMany,
    reconcile,
    removeHook,
  };
}
