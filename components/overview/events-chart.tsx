"use client";

import type { TableColumn } from "@bigcommerce/big-design";
import { useRouter } from "next/navigation";
import { BarChart } from "#components/ui/bar-chart.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { bucketLabel, OVERVIEW } from "#components/words/overview.ts";
import { wholeNumber } from "#components/words/time.ts";
import { eventsHref } from "#lib/client/event-address.ts";
import type { Overview } from "#lib/contract/overview.ts";

/** A bucket as a row of the table. */
type BucketRow = { id: string; label: string; href: string; events: string; repeats: string };

const COLUMNS: TableColumn<BucketRow>[] = [
  {
    hash: "time",
    header: OVERVIEW.columns.time,
    render: ({ label, href }) => (
      <TextLink href={href} prefetch={false}>
        {label}
      </TextLink>
    ),
  },
  { hash: "events", header: OVERVIEW.columns.events, render: ({ events }) => <>{events}</> },
  { hash: "repeats", header: OVERVIEW.columns.repeats, render: ({ repeats }) => <>{repeats}</> },
];

/** Events over time; a bar, or its line in the table, leads to the log of that time. */
export function EventsChart({ store, chart }: { store: string; chart: Overview["chart"] }) {
  const locale = useLocale();
  const router = useRouter();
  const { range, buckets, bucketSeconds } = chart;
  const hrefOf = (start: string) =>
    eventsHref(store, {
      time: "custom",
      from: start,
      to: new Date(Date.parse(start) + bucketSeconds * 1_000 - 1).toISOString(),
    });
  const sum = (name: "events" | "repeats") =>
    wholeNumber(
      buckets.reduce((total, bucket) => total + bucket[name], 0),
      locale,
    );
  const rows = buckets.toReversed().map(({ start, events, repeats }) => ({
    id: start,
    label: bucketLabel(start, range, locale, true),
    href: hrefOf(start),
    events: wholeNumber(events, locale),
    repeats: wholeNumber(repeats, locale),
  }));
  return (
    <BarChart
      bars={buckets.map(({ start, events, repeats }) => ({
        id: start,
        label: bucketLabel(start, range, locale, false),
        main: events,
        marked: repeats,
      }))}
      legend={OVERVIEW.legend}
      onBar={(start) => router.push(hrefOf(start))}
      sentence={OVERVIEW.chartSentence(sum("events"), sum("repeats"), OVERVIEW.rangeWords[range])}
      table={<DataTable columns={COLUMNS} items={rows} name={OVERVIEW.chartTable} />}
    />
  );
}
