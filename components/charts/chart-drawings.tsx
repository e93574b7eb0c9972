"use client";

import styled from "styled-components";
import { BarChart } from "#components/ui/chart/bar-chart.tsx";
import type { Bar } from "#components/ui/chart/bar-chart-places.ts";
import { useLocale } from "#components/ui/locale.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import { bucketTime, delayText, delayUnitMs } from "#lib/messages/format/chart-time.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Chart, ChartBucket } from "#lib/contract/chart.ts";
import { bucketHref, isUnderWay } from "./chart-links.ts";

/** Height of the drawings beside the events', in pixels. */
const SMALL = 120;

const Small = styled.div`
  display: grid;
  gap: 8px 24px;
  grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
  margin-top: 16px;
`;

const Caption = styled.p`
  font-weight: 600;
  margin: 0 0 4px;
`;

/** What a bar has of its own; the rest is the same in each drawing. */
type Drawn = Pick<Bar, "values" | "parts"> & { say: (time: string) => string; href: string | null };

interface DrawingProps {
  store: string;
  chart: Chart;
}

/** The bars of a chart, with what is the same in each drawing. */
function useBars(chart: Chart) {
  const { CHARTS } = useWords(englishCharts);
  const locale = useLocale();
  const { buckets } = chart;
  const number = (value: number) => (Number.isInteger(value) ? wholeNumber(value, locale) : "");
  const isLast = (bucket: ChartBucket) => isUnderWay(chart, bucket);
  const timeOf = (bucket: ChartBucket) => {
    const time = bucketTime(bucket.start, chart, locale, true);
    return isLast(bucket) ? CHARTS.soFar(time) : time;
  };
  const bars = (draw: (bucket: ChartBucket, time: string) => Drawn): Bar[] =>
    buckets.map((bucket) => {
      const { start, isKept } = bucket;
      const time = timeOf(bucket);
      const { say, href, ...drawn } = draw(bucket, time);
      return {
        ...drawn,
        id: start,
        label: bucketTime(start, chart, locale, false),
        text: isKept ? say(time) : CHARTS.noLongerKept(time),
        href: isKept ? href : null,
        state: !isKept ? "gone" : isLast(bucket) ? "under_way" : "whole",
      };
    });
  return { bars, locale, number };
}

/** How many events came, as bars by group. */
export function EventsDrawing({ store, chart }: DrawingProps) {
  const { CHARTS, eventsSentence, eventsText, partText } = useWords(englishCharts);
  const { bars, locale, number } = useBars(chart);
  const { series } = chart;
  return (
    <BarChart
      bars={bars((bucket, time) => ({
        values: bucket.counts,
        href: bucketHref(store, chart, bucket),
        parts: series.map((one, place) =>
          one === "other" || one === "all"
            ? null
            : {
                href: bucketHref(store, chart, bucket, { group: one }),
                text: partText(time, one, bucket.counts[place] ?? 0, locale),
              },
        ),
        say: () => eventsText(time, series, bucket.counts, locale),
      }))}
      formatValue={number}
      hint={CHARTS.hint}
      nothing={CHARTS.nothing}
      sentence={eventsSentence(chart, locale)}
      stateNames={{ under_way: CHARTS.underWay[chart.period], gone: CHARTS.gone }}
      series={series.map((one) => CHARTS.series[one])}
    />
  );
}

/** How events were delivered, as small bars: their delay, what came again and what was refused. */
export function DeliveryDrawings({ store, chart }: DrawingProps) {
  const {
    CHARTS,
    delayBarText,
    delaySentence,
    rejectedSentence,
    rejectedText,
    repeatsSentence,
    repeatsText,
  } = useWords(englishCharts);
  const { bars, locale, number } = useBars(chart);
  const { buckets } = chart;
  const unitMs = delayUnitMs(Math.max(0, ...buckets.map((bucket) => bucket.delayMs?.p95 ?? 0)));
  return (
    <Small>
      <div>
        <Caption>{CHARTS.delay}</Caption>
        <BarChart
          bars={bars((bucket) => ({
            values: partsOf(bucket.delayMs).map((ms) => ms / unitMs),
            href: bucketHref(store, chart, bucket),
            say: (time) => delayBarText(time, bucket.delayMs, locale),
          }))}
          formatValue={(value) => (value === 0 ? "0" : delayText(value * unitMs, locale))}
          height={SMALL}
          hint={CHARTS.hint}
          nothing={buckets.some(({ delayMs }) => delayMs) ? "" : CHARTS.nothing}
          sentence={delaySentence(chart, locale)}
          series={[CHARTS.delaySeries.median, CHARTS.delaySeries.p95]}
          topMin={1}
        />
      </div>
      <div>
        <Caption>{CHARTS.repeats}</Caption>
        <BarChart
          bars={bars((bucket) => ({
            values: [bucket.repeats],
            href: bucketHref(store, chart, bucket, { status: "repeated" }),
            say: (time) => repeatsText(time, bucket.repeats, locale),
          }))}
          formatValue={number}
          height={SMALL}
          hint={CHARTS.hint}
          nothing={CHARTS.none}
          sentence={repeatsSentence(chart, locale)}
          series={[CHARTS.repeats]}
        />
      </div>
      {chart.scopes === null && (
        <div>
          <Caption>{CHARTS.rejected}</Caption>
          <BarChart
            bars={bars(({ rejected }) => ({
              values: [rejected ?? 0],
              href: null,
              say: (time) => rejectedText(time, rejected ?? 0, locale),
            }))}
            formatValue={number}
            height={SMALL}
            hint={CHARTS.readOnly}
            nothing={CHARTS.none}
            sentence={rejectedSentence(chart, locale)}
            series={[CHARTS.rejected]}
          />
        </div>
      )}
    </Small>
  );
}

/** The median, and what lies between it and the 95th percentile. */
function partsOf(delay: ChartBucket["delayMs"]): number[] {
  return delay ? [delay.median, delay.p95 - delay.median] : [];
}
