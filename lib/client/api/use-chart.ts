import useSWR from "swr";
import type { Chart, ChartPeriod, DeliveryChart } from "#lib/contract/chart.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** How often an open chart asks again, in milliseconds: one of hours more often than one of days. */
const REFRESH_MS: Readonly<Record<ChartPeriod, number>> = { "24h": 15_000, "7d": 60_000, "30d": 60_000 };

/**
 * A store's events over time, kept fresh; with a scope those of one event type. Another period keeps the last one's numbers
 * until its own are there, so that another scope needs another component.
 */
export function useChart(store: string, period: ChartPeriod, scope?: string) {
  return useSWR(apiPath(store, "chart", { period, scope }), (url: string) => getJson<Chart>(url), {
    keepPreviousData: true,
    refreshInterval: REFRESH_MS[period],
  });
}

/** What was sent to a destination over time, likewise. */
export function useDeliveryChart(store: string, id: string, period: ChartPeriod) {
  const key = apiPath(store, `destinations/${encodeURIComponent(id)}/chart`, { period });
  return useSWR(key, (url: string) => getJson<DeliveryChart>(url), {
    keepPreviousData: true,
    refreshInterval: REFRESH_MS[period],
  });
}

/** What a chart is drawn from: what is known of it, whether it came, and the way to ask again. */
export type ChartReading = Pick<ReturnType<typeof useChart>, "data" | "error" | "mutate">;
