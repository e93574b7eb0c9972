import { findEntry } from "#lib/catalogue/catalogue.ts";
import { catalogueWordsHere } from "#lib/messages/here.ts";
import type { Chart, ChartPeriod } from "#lib/contract/chart.ts";
import { EVENT_GROUPS } from "#lib/contract/values/events.ts";
import { keptSince } from "#lib/features/events/kept-since.ts";
import type { Bucket } from "./buckets.ts";
import type { BucketCount, BucketDelay } from "./records.ts";

/** Groups with a part of their own in each bar; the others are one together. */
const GROUPS_MAX = 5;
/** Event types in the list of the most frequent ones. */
const FREQUENT_MAX = 5;

type Series = Chart["series"][number];

export interface ChartFacts {
  period: ChartPeriod;
  timeZone: string;
  buckets: readonly Bucket[];
  /** Null when the chart is of all event types. */
  scopes: string[] | null;
  counts: readonly BucketCount[];
  delays: readonly BucketDelay[];
  rejections: readonly { bucket: number; count: number }[] | null;
  delaySample: number;
  keptDays: number;
}

/** A chart from what was read of it. Pure. */
export function chartView(facts: ChartFacts, now: Date): Chart {
  const { period, timeZone, buckets, scopes, delaySample, keptDays } = facts;
  const oldest = keptSince(keptDays, now);
  // What is about to be deleted is shown no more, and neither is what is left of a day.
  const kept = <T extends { bucket: number }>(rows: readonly T[]) =>
    rows.filter(({ bucket }) => buckets.some(({ start }, index) => index === bucket && start >= oldest));
  const counts = kept(facts.counts);
  const series = scopes ? (["all"] as const) : seriesOf(counts);
  const placeOf = (scope: string) => (scopes ? 0 : series.findIndex((one) => one === shownAs(scope, series)));
  const drawn = buckets.map(({ start, end }) => ({
    start: start.toISOString(),
    end: end.toISOString(),
    counts: series.map(() => 0),
    repeats: 0,
    rejected: facts.rejections && 0,
    delayMs: null as Chart["buckets"][number]["delayMs"],
    isKept: start >= oldest,
  }));
  for (const { bucket, scope, events, repeats } of counts) {
    const one = drawn[bucket];
    const place = placeOf(scope);
    if (!one) continue;
    one.counts[place] = (one.counts[place] ?? 0) + events;
    one.repeats += repeats;
  }
  for (const { bucket, median, p95 } of kept(facts.delays)) {
    const one = drawn[bucket];
    if (one) one.delayMs = { median, p95 };
  }
  for (const { bucket, count } of kept(facts.rejections ?? [])) {
    const one = drawn[bucket];
    if (one) one.rejected = count;
  }
  return {
    period,
    timeZone,
    scopes,
    series: [...series],
    buckets: drawn,
    delaySample,
    keptDays,
    mostFrequent: mostFrequent(counts),
  };
}

/** The largest groups in the catalogue's order, so that one keeps its place and looks while numbers change; then the rest. */
function seriesOf(counts: readonly BucketCount[]): Series[] {
  const totals = totalsBy(counts, ({ scope }) => groupOf(scope));
  const largest = [...totals]
    .filter(([group, events]) => group !== "other" && events > 0)
    .toSorted(([, one], [, another]) => another - one)
    .slice(0, GROUPS_MAX)
    .map(([group]) => group);
  const shown = EVENT_GROUPS.filter((group) => largest.includes(group));
  const hasMore = [...totals].some(([group, events]) => events > 0 && !largest.includes(group));
  return hasMore || shown.length === 0 ? [...shown, "other"] : shown;
}

function shownAs(scope: string, series: readonly Series[]): Series {
  const group = groupOf(scope);
  return series.includes(group) ? group : "other";
}

function groupOf(scope: string): Series {
  return findEntry(scope)?.group ?? "other";
}

function mostFrequent(counts: readonly BucketCount[]): Chart["mostFrequent"] {
  return [...totalsBy(counts, ({ scope }) => scope)]
    .map(([scope, events]) => ({ scope, title: catalogueWordsHere().titleOf(scope), events }))
    .filter(({ events }) => events > 0)
    .toSorted((one, other) => other.events - one.events || one.title.localeCompare(other.title, "en"))
    .slice(0, FREQUENT_MAX);
}

function totalsBy<Name>(
  counts: readonly BucketCount[],
  nameOf: (count: BucketCount) => Name,
): Map<Name, number> {
  const totals = new Map<Name, number>();
  for (const count of counts) totals.set(nameOf(count), (totals.get(nameOf(count)) ?? 0) + count.events);
  return totals;
}
