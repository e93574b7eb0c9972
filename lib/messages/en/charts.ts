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
  delay: "Delay from shop to app",
  delaySeries: { median: "Half arrive within", p95: "95% arrive within" },
  repeats: "Repeated arrivals",
  rejected: "Refused deliveries",

  table: "Events received over time",
  columns: { time: "Time", all: "All", median: "Half within", p95: "95% within" },
  none: "None",
  nothing: "No events in this time",
  slow: "These numbers take longer than usual.",
  hint: "Select a bar to see its events. Arrow keys move between bars and within one.",
  readOnly: "What was refused is not in the log.",
  underWay: { "24h": "This hour, so far", "7d": "Today, so far", "30d": "Today, so far" } satisfies Record<
    ChartPeriod,
    string
  >,
  soFar: (time: string) => `${time}, so far`,
  gone: "No longer kept",
  noLongerKept: (time: string) => `${time}: no longer kept`,
  keptOnly: (days: number) =>
    `Events are kept for ${counted(days, "day", "days")}. What came before is no longer counted here.`,
  inZone: (timeZone: string) => `Times are in ${timeZone}.`,
  shiftedDays: (time: string) => `Events are counted by whole hours of UTC, so a day begins at ${time} here.`,
  sample: (events: number) =>
    `The delay is that of a sample: at most ${events} of each hour's events, the newest. BigCommerce tells times to the second.`,
  sampleOfBusiest: (events: number) =>
    `The delay is that of a sample: at most ${events} of each hour's events, the newest of the hour's most frequent type. BigCommerce tells times to the second.`,
  notByType: "Nobody knows of what type a refused delivery was; Overview counts them.",
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

/** "3 refused deliveries in the last 7 days". */
export function rejectedSentence({ buckets, period }: Chart, locale: Locale): string {
  const all = sumOf(buckets, ({ rejected }) => rejected ?? 0);
  return `${countedRejected(all, locale)} ${CHARTS.inPeriod[period]}`;
}

/** "Nov 25, 10 AM: 3 refused deliveries". */
export const rejectedText = (time: string, count: number, locale: Locale) =>
  `${time}: ${countedRejected(count, locale)}`;

/** What the delay's bars say as a whole: the least and the most of them. */
export function delaySentence({ buckets, period }: Chart, locale: Locale): string {
  const delays = buckets.flatMap(({ delayMs }) => delayMs ?? []);
  if (delays.length === 0) return `No delay known ${CHARTS.inPeriod[period]}`;
  const most = (name: "median" | "p95") => delayText(Math.max(...delays.map((delay) => delay[name])), locale);
  return `At most ${most("median")} for half of the events and ${most("p95")} for 95% of them ${CHARTS.inPeriod[period]}`;
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
  `${wholeNumber(count, locale)} refused ${count === 1 ? "delivery" : "deliveries"}`;

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
