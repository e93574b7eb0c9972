"use client";

import { useMemo } from "react";
import styled from "styled-components";
import { DataTable, type Column } from "#components/ui/table/data-table.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import { bucketTime, bucketUtc, delayText } from "#lib/messages/format/chart-time.ts";
import { wholeNumber, type Locale } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Chart, ChartBucket } from "#lib/contract/chart.ts";
import { CHART_SERIES } from "#lib/contract/values/charts.ts";
import { bucketHref, isUnderWay } from "./chart-links.ts";

/** Times stay whole and in sight while the numbers beside them scroll. */
const Wide = styled.div`
  th:first-child,
  td:first-child {
    background: ${({ theme }) => theme.colors.white};
    left: 0;
    position: sticky;
    white-space: nowrap;
    z-index: 1;
  }
`;

interface Cell {
  text: string;
  href?: string | undefined;
  /** Shown on hover, such as the time in UTC. */
  title?: string;
}

type Words = typeof englishCharts.CHARTS;

const Whole = styled.span`
  white-space: nowrap;
`;

/** A bucket as a row of the table: a cell for each column that there may be. */
type BucketRow = { id: string; cells: Partial<Record<string, Cell>> };

function column(hash: string, header: string): Column<BucketRow> {
  return {
    hash,
    header,
    render: ({ cells }) => {
      const { text = "", href, title } = cells[hash] ?? {};
      return href === undefined ? (
        <Whole title={title}>{text}</Whole>
      ) : (
        <TextLink href={href} prefetch={false} title={title}>
          <Whole>{text}</Whole>
        </TextLink>
      );
    },
  };
}

/** Every column that there may be. */
function columnsIn(words: Words) {
  return {
    time: column("time", words.columns.time),
    all: column("all", words.columns.all),
    series: CHART_SERIES.map((one) => column(one, words.series[one])),
    delays: [column("median", words.columns.median), column("p95", words.columns.p95)],
    repeats: column("repeats", words.repeats),
    rejected: column("rejected", words.rejected),
  };
}

/** The same numbers as a table, newest first, with the same ways into the log. */
export function ChartTable({
  store,
  chart,
  hasDelivery,
}: {
  store: string;
  chart: Chart;
  hasDelivery: boolean;
}) {
  const { CHARTS } = useWords(englishCharts);
  const locale = useLocale();
  const { series, scopes } = chart;
  const shown = series.filter((one) => one !== "all").join();
  const isOfAll = scopes === null;
  // Made once for the words: each `render` is a component, and a new one would remount its cells.
  const every = useMemo(() => columnsIn(CHARTS), [CHARTS]);
  const columns = useMemo(
    () => [
      every.time,
      every.all,
      ...every.series.filter(({ hash }) => shown.split(",").includes(hash)),
      ...(hasDelivery ? [...every.delays, every.repeats] : []),
      ...(hasDelivery && isOfAll ? [every.rejected] : []),
    ],
    [every, hasDelivery, isOfAll, shown],
  );
  const rows = chart.buckets
    .toReversed()
    .map((bucket) => rowOf(store, chart, bucket, { locale, words: CHARTS }));
  return (
    <Wide>
      <DataTable columns={columns} items={rows} name={CHARTS.table} />
    </Wide>
  );
}

function rowOf(
  store: string,
  chart: Chart,
  bucket: ChartBucket,
  { locale, words }: { locale: Locale; words: Words },
): BucketRow {
  const { start, counts, repeats, rejected, delayMs, isKept } = bucket;
  const time = bucketTime(start, chart, locale, true);
  const title = bucketUtc(start, locale);
  if (!isKept) return { id: start, cells: { time: { text: words.noLongerKept(time), title } } };

  const linked = (count: number, href: string): Cell =>
    count > 0 ? { text: wholeNumber(count, locale), href } : { text: "0" };
  const all = counts.reduce((sum, count) => sum + count, 0);
  const href = bucketHref(store, chart, bucket);
  const ofSeries = chart.series.map((one, place) => {
    const count = counts[place] ?? 0;
    const isGroup = one !== "other" && one !== "all";
    const cell = isGroup
      ? linked(count, bucketHref(store, chart, bucket, { group: one }))
      : { text: wholeNumber(count, locale) };
    return [one, cell] as const;
  });
  return {
    id: start,
    cells: {
      ...Object.fromEntries(ofSeries),
      time: { text: isUnderWay(chart, bucket) ? words.soFar(time) : time, href, title },
      all: linked(all, href),
      repeats: linked(repeats, bucketHref(store, chart, bucket, { status: "repeated" })),
      rejected: { text: wholeNumber(rejected ?? 0, locale) },
      median: { text: delayMs ? delayText(delayMs.median, locale) : words.none },
      p95: { text: delayMs ? delayText(delayMs.p95, locale) : words.none },
    },
  };
}
