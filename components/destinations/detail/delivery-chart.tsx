"use client";

import { useMemo } from "react";
import { ChartFrame, ChartNote } from "#components/charts/chart-frame.tsx";
import { useChartPeriod } from "#components/charts/use-chart-period.ts";
import { useStore } from "#components/shell/store-context.tsx";
import { BarChart } from "#components/ui/chart/bar-chart.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { DataTable } from "#components/ui/table/data-table.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import * as englishSent from "#lib/messages/en/delivery-chart.ts";
import { bucketTime, bucketUtc } from "#lib/messages/format/chart-time.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDeliveryChart } from "#lib/client/api/use-chart.ts";
import type { DeliveryChart } from "#lib/contract/chart.ts";

/** Of the drawing, in pixels: the deliveries below matter more. */
const HEIGHT = 160;

/** What was sent to a destination over time, as bars or as a table. */
export function DeliveryChartPanel({ id }: { id: string }) {
  const { SENT } = useWords(englishSent);
  const { CHARTS } = useWords(englishCharts);
  const { store } = useStore();
  const { period, turnTo } = useChartPeriod();
  const reading = useDeliveryChart(store, id, period);
  return (
    <Panel title={SENT.title}>
      <ChartFrame height="252px" onPeriod={turnTo} period={period} reading={reading}>
        {(chart, isTable) => (
          <>
            {isTable ? <SentTable chart={chart} /> : <SentDrawing chart={chart} />}
            <ChartNote>{CHARTS.inZone(chart.timeZone)}</ChartNote>
          </>
        )}
      </ChartFrame>
    </Panel>
  );
}

type Bucket = DeliveryChart["buckets"][number];

function useTimeOf(chart: DeliveryChart) {
  const { CHARTS } = useWords(englishCharts);
  const locale = useLocale();
  return (bucket: Bucket) => {
    const time = bucketTime(bucket.start, chart, locale, true);
    return bucket === chart.buckets.at(-1) ? CHARTS.soFar(time) : time;
  };
}

function SentDrawing({ chart }: { chart: DeliveryChart }) {
  const { CHARTS } = useWords(englishCharts);
  const { SENT, sentSentence, sentText } = useWords(englishSent);
  const locale = useLocale();
  const timeOf = useTimeOf(chart);
  const { buckets, period } = chart;
  const all = (name: "delivered" | "failed") => buckets.reduce((sum, bucket) => sum + bucket[name], 0);
  return (
    <BarChart
      bars={buckets.map((bucket) => ({
        id: bucket.start,
        values: [bucket.delivered, bucket.failed],
        label: bucketTime(bucket.start, chart, locale, false),
        text: sentText(timeOf(bucket), bucket.delivered, bucket.failed, locale),
        href: null,
        state: bucket === buckets.at(-1) ? ("under_way" as const) : ("whole" as const),
      }))}
      formatValue={(value) => (Number.isInteger(value) ? wholeNumber(value, locale) : "")}
      height={HEIGHT}
      hint={SENT.hint}
      nothing={SENT.nothing}
      sentence={sentSentence(period, all("delivered"), all("failed"), locale)}
      series={[SENT.delivered, SENT.failed]}
      stateNames={{ under_way: CHARTS.underWay[period], gone: CHARTS.gone }}
    />
  );
}

type Row = Record<"id" | "time" | "title" | "delivered" | "failed", string>;

/** The same numbers, the newest first. */
function SentTable({ chart }: { chart: DeliveryChart }) {
  const { CHARTS } = useWords(englishCharts);
  const { SENT } = useWords(englishSent);
  const locale = useLocale();
  const timeOf = useTimeOf(chart);
  // Made once for the words: each `render` is a component, and a new one would remount its cells.
  const columns = useMemo(
    () => [
      {
        hash: "time",
        header: CHARTS.columns.time,
        render: ({ time, title }: Row) => <span title={title}>{time}</span>,
      },
      { hash: "delivered", header: SENT.delivered, render: ({ delivered }: Row) => delivered },
      { hash: "failed", header: SENT.failed, render: ({ failed }: Row) => failed },
    ],
    [CHARTS, SENT],
  );
  const rows = chart.buckets.toReversed().map((bucket) => ({
    id: bucket.start,
    time: timeOf(bucket),
    title: bucketUtc(bucket.start, locale),
    delivered: wholeNumber(bucket.delivered, locale),
    failed: wholeNumber(bucket.failed, locale),
  }));
  return <DataTable columns={columns} items={rows} name={SENT.table} />;
}
