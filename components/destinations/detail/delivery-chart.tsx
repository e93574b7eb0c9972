"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useMemo, useState } from "react";
import styled from "styled-components";
import { useChartPeriod } from "#components/charts/use-chart-period.ts";
import { useStore } from "#components/shell/store-context.tsx";
import { BarChart } from "#components/ui/chart/bar-chart.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { DataTable } from "#components/ui/table/data-table.tsx";
import { FilterPills } from "#components/ui/table/filter-pills.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishSent from "#lib/messages/en/delivery-chart.ts";
import { bucketTime, bucketUtc } from "#lib/messages/format/chart-time.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDeliveryChart } from "#lib/client/api/use-chart.ts";
import type { DeliveryChart } from "#lib/contract/chart.ts";
import { CHART_PERIODS } from "#lib/contract/values/charts.ts";

/** Of the drawing, in pixels: the deliveries below matter more. */
const HEIGHT = 160;

const Head = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  justify-content: space-between;
  margin-bottom: 12px;
`;

/** What was sent to a destination over time, as bars or as a table. */
export function DeliveryChartPanel({ id }: { id: string }) {
  const { CHARTS } = useWords(englishCharts);
  const { COMMON } = useWords(englishCommon);
  const { SENT } = useWords(englishSent);
  const { store } = useStore();
  const { period, turnTo } = useChartPeriod();
  const [isTable, setIsTable] = useState(false);
  const { data: chart, error, mutate } = useDeliveryChart(store, id, period);
  return (
    <Panel title={SENT.title}>
      <Head>
        <FilterPills
          active={period}
          name={CHARTS.period}
          onChange={turnTo}
          pills={CHART_PERIODS.map((each) => ({ id: each, label: CHARTS.periods[each] }))}
        />
        {chart && (
          <Button onClick={() => setIsTable(!isTable)} variant="subtle">
            {isTable ? COMMON.showAsChart : COMMON.showAsTable}
          </Button>
        )}
      </Head>
      {error !== undefined && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void mutate() }]}
          marginBottom="medium"
          messages={[{ text: CHARTS.slow }]}
          type="warning"
        />
      )}
      {chart && (
        <div aria-busy={chart.period !== period}>
          {isTable ? <SentTable chart={chart} /> : <SentDrawing chart={chart} />}
        </div>
      )}
      {!chart && error === undefined && (
        <div aria-busy>
          <Placeholder $height="220px" />
        </div>
      )}
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
