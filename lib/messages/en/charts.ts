import type { Chart, ChartPeriod } from "#lib/contract/chart.ts";
import { delayText } from "#lib/messages/format/chart-time.ts";
import { type Locale, wholeNumber } from "#lib/messages/format/time.ts";
import { EVENTS } from "./events.ts";
import { counted } from "./plural.ts";

export const area = "charts";

type Series = Chart["series"][number];

/** Texts of the charts on Overview and in a webhook's details. */
export const CHARTS = {
  title: "Events received",
  overTime: "Events over time",
  period: "Period",
  periods: { "24h": "24 hours", "7d": "7 days", "30d": "30 days" } satisfies Record<ChartPeriod, string>,
  inPeriod: {
    "24h": "in the last 24 hours",
    "7d": "in the last 7 days",
    "30d": "in the last 30 days",
  } satisfies Record<ChartPeriod, string>,
  series: { ...EVENTS.groups, all: "Events", other: "Other" } satisfies Record<Series, string>,
  delay: "Delivery delay",
  delaySeries: { median: "Typical (median)", p95: "Slowest 5%" },
  repeats: "Repeated arrivals",
  rejected: "Rejected deliveries",

  table: "Events received over time",
  columns: { time: "Time", all: "All", median: "Typical delay", p95: "Slowest 5%" },
  none: "None",
  nothing: "No events in this time",
  slow: "Loading these numbers is taking longer than usual.",
  hint: "Select a bar to see its events. Arrow keys move between bars and within one.",
  readOnly: "Rejected deliveries aren't in the event log.",
  underWay: { "24h": "This hour, so far", "7d": "Today, so far", "30d": "Today, so far" } satisfies Record<
    ChartPeriod,
    string
  >,
  soFar: (time: string) => `${time}, so far`,
  gone: "No longer kept",
  noLongerKept: (time: string) => `${time}: no longer kept`,
  keptOnly: (days: number) => `Events are kept for ${counted(days, "day", "days")}.`,
  inZone: (timeZone: string) => `Times are in ${timeZone}.`,
  shiftedDays: (time: string) => `We count events by whole UTC hours, so a day starts at ${time} here.`,
  sample: (events: number) => `Delays are based on up to ${events} events an hour.`,
  sampleOfBusiest: (events: number) =>
    `Delays are based on up to ${events} events an hour, all of the hour's most frequent type.`,
  notByType: "We don't know the type of rejected deliveries. Overview counts them.",
};

/** What a chart says as a whole: "12 events received in the last 24 hours: Orders 10, Other 2". */
export function eventsSentence(chart: Chart, locale: Locale): string {
  const totals = chart.series.map((_, place) => sumOf(chart.buckets, ({ counts }) => counts[place] ?? 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const words = `${countedEvents(all, locale)} received ${CHARTS.inPeriod[chart.period]}`;
  return chart.scopes || all === 0 ? words : `${words}: ${partsText(chart.series, totals, locale)}`;
}

/** What one bar says: "Nov 25, 10 AM: 12 events. Orders 10, Other 2". */
export function eventsText(
  time: string,
  series: readonly Series[],
  counts: readonly number[],
  locale: Locale,
): string {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const words = `${time}: ${countedEvents(all, locale)}`;
  return series.length < 2 || all === 0 ? words : `${words}. ${partsText(series, counts, locale)}`;
}

/** What a part of a bar says: "Orders, Nov 25, 10 AM: 10 events". */
export const partText = (time: string, series: Series, count: number, locale: Locale) =>
  `${CHARTS.series[series]}, ${time}: ${countedEvents(count, locale)}`;

/** "3 repeated arrivals in the last 7 days". */
export function repeatsSentence({ buckets, period }: Chart, locale: Locale): string {
  const all = sumOf(buckets, ({ repeats }) => repeats);
  return `${countedRepeats(all, locale)} ${CHARTS.inPeriod[period]}`;
}

/** "Nov 25, 10 AM: 3 repeated arrivals". */
export const repeatsText = (time: string, count: number, locale: Locale) =>
  `${time}: ${countedRepeats(count, locale)}`;

/** "3 rejected deliveries in the last 7 days". */
export function rejectedSentence({ buckets, period }: Chart, locale: Locale): string {
  const all = sumOf(buckets, ({ rejected }) => rejected ?? 0);
  return `${countedRejected(all, locale)} ${CHARTS.inPeriod[period]}`;
}

/** "Nov 25, 10 AM: 3 rejected deliveries". */
export const rejectedText = (time: string, count: number, locale: Locale) =>
  `${time}: ${countedRejected(count, locale)}`;

/** What the delay's bars say as a whole: the least and the most of them. */
export function delaySentence({ buckets, period }: Chart, locale: Locale): string {
  const delays = buckets.flatMap(({ delayMs }) => delayMs ?? []);
  if (delays.length === 0) return `No delay known ${CHARTS.inPeriod[period]}`;
  const most = (name: "median" | "p95") => delayText(Math.max(...delays.map((delay) => delay[name])), locale);
  return `Up to ${most("median")} for half of the events and ${most("p95")} for 95% of them ${CHARTS.inPeriod[period]}`;
}

/** "Nov 25, 10 AM: half within 2 seconds, 95% within 5 seconds". */
export function delayBarText(
  time: string,
  delay: { median: number; p95: number } | null,
  locale: Locale,
): string {
  if (!delay) return `${time}: no events`;
  return `${time}: half within ${delayText(delay.median, locale)}, 95% within ${delayText(delay.p95, locale)}`;
}

const countedEvents = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${count === 1 ? "event" : "events"}`;
const countedRepeats = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} repeated ${count === 1 ? "arrival" : "arrivals"}`;
const countedRejected = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} rejected ${count === 1 ? "delivery" : "deliveries"}`;

function partsText(series: readonly Series[], counts: readonly number[], locale: Locale): string {
  return series
    .flatMap((one, place) =>
      counts[place] ? `${CHARTS.series[one]} ${wholeNumber(counts[place], locale)}` : [],
    )
    .join(", ");
}

function sumOf<T>(all: readonly T[], valueOf: (one: T) => number): number {
  return all.reduce((sum, one) => sum + valueOf(one), 0);
}
