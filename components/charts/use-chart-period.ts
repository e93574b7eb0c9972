"use client";

import { useSearchParams } from "next/navigation";
import { CHART_PERIODS } from "#lib/contract/values/charts.ts";
import type { ChartPeriod } from "#lib/contract/chart.ts";

/**
 * The charts' period. A reload keeps it, so it stands in the address, beside whatever else does; what is no period counts as
 * the first. Going back does not step through periods.
 */
export function useChartPeriod() {
  const text = useSearchParams().get("period");
  const period = CHART_PERIODS.find((known) => known === text) ?? CHART_PERIODS[0];
  return { period, turnTo };
}

function turnTo(period: ChartPeriod): void {
  const query = new URLSearchParams(window.location.search);
  query.set("period", period);
  window.history.replaceState(null, "", `?${query}`);
}
