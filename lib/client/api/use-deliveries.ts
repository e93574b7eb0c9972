import { useCallback } from "react";
import useSWRInfinite from "swr/infinite";
import type { DeliveryPage } from "#lib/contract/destinations.ts";
import type { DeliveryState } from "#lib/contract/values/destinations.ts";
import { getJson } from "#lib/client/fetcher/request.ts";
import { apiPath } from "#lib/client/paths.ts";

/** How often an open list asks again, in milliseconds: while something waits, and otherwise. */
const BUSY_REFRESH_MS = 5_000;
const CALM_REFRESH_MS = 30_000;
const PAGE_SIZE = 25;

/**
 * What became of events on their way to a destination, the newest first, as far as it was asked for.
 * @param states Those that are shown; all of them when there are none.
 * @param isBusy Whether something may be different in a moment.
 */
export function useDeliveries(store: string, id: string, states: readonly DeliveryState[], isBusy: boolean) {
  const { data, error, isValidating, mutate, setSize } = useSWRInfinite(
    (index: number, before: DeliveryPage | null) => {
      if (index > 0 && !before?.nextCursor) return null;
      return apiPath(store, `destinations/${encodeURIComponent(id)}/deliveries`, {
        state: states.join(","),
        limit: PAGE_SIZE,
        cursor: before?.nextCursor,
      });
    },
    (url: string) => getJson<DeliveryPage>(url),
    {
      // The destination may be known to be done before the list was read again, which still shows what waits.
      refreshInterval: (pages) => (isBusy || hasWaiting(pages) ? BUSY_REFRESH_MS : CALM_REFRESH_MS),
      keepPreviousData: true,
    },
  );
  const showMore = useCallback(() => setSize((pages) => pages + 1), [setSize]);
  return {
    /** Undefined until the first page is there. */
    deliveries: data?.flatMap((page) => page.deliveries),
    hasMore: data?.at(-1)?.nextCursor != null,
    error: error as unknown,
    isLoading: isValidating,
    refresh: mutate,
    showMore,
  };
}

const hasWaiting = (pages: readonly DeliveryPage[] | undefined): boolean =>
  pages?.some(({ deliveries }) => deliveries.some(({ state }) => state === "waiting")) ?? false;
