"use client";

import { Charts } from "#components/charts/charts.tsx";
import { useChartPeriod } from "#components/charts/use-chart-period.ts";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useChart } from "#lib/client/api/use-chart.ts";

/** The events of one event type over time, and their delay. */
export function WebhookChart({ scope }: { scope: string }) {
  const { CHARTS } = useWords(englishCharts);
  const { store } = useStore();
  const isTechnical = useTechnicalDetails();
  const { period, turnTo } = useChartPeriod();
  const reading = useChart(store, period, scope);
  return (
    <>
      <h3>{CHARTS.overTime}</h3>
      <Charts hasDelivery={isTechnical} onPeriod={turnTo} period={period} reading={reading} store={store} />
    </>
  );
}
