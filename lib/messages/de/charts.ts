import { delayText } from "#lib/messages/format/chart-time.ts";
import type * as english from "#lib/messages/en/charts.ts";
import { type Locale, wholeNumber } from "#lib/messages/format/time.ts";
import { EVENTS } from "./events.ts";
import { counted, plural } from "./plural.ts";

export const area = "charts";

export const CHARTS: typeof english.CHARTS = {
  title: "Empfangene Ereignisse",
  overTime: "Ereignisse im Lauf der Zeit",
  period: "Zeitraum",
  periods: { "24h": "24 Stunden", "7d": "7 Tage", "30d": "30 Tage" },
  inPeriod: {
    "24h": "in den letzten 24 Stunden",
    "7d": "in den letzten 7 Tagen",
    "30d": "in den letzten 30 Tagen",
  },
  series: { ...EVENTS.groups, all: "Ereignisse", other: "Andere" },
  delay: "Verzögerung der Zustellung",
  delaySeries: { median: "Typisch (Median)", p95: "Langsamste 5 %" },
  repeats: "Wiederholte Eingänge",
  rejected: "Abgelehnte Zustellungen",

  table: "Empfangene Ereignisse im Lauf der Zeit",
  columns: { time: "Zeit", all: "Alle", median: "Typisch", p95: "Langsamste 5 %" },
  none: "Keine",
  nothing: "Keine Ereignisse in dieser Zeit",
  slow: "Diese Zahlen laden langsamer als sonst.",
  hint: "Wählen Sie einen Balken, um seine Ereignisse zu sehen. Pfeiltasten bewegen sich zwischen Balken und in ihnen.",
  readOnly: "Abgelehnte Zustellungen stehen nicht im Protokoll.",
  underWay: { "24h": "Diese Stunde, bisher", "7d": "Heute, bisher", "30d": "Heute, bisher" },
  soFar: (time) => `${time}, bisher`,
  gone: "Nicht mehr aufbewahrt",
  noLongerKept: (time) => `${time}: nicht mehr aufbewahrt`,
  keptOnly: (days) => `Ereignisse werden ${counted(days, "Tag", "Tage")} aufbewahrt.`,
  inZone: (timeZone) => `Die Zeiten sind die von ${timeZone}.`,
  shiftedDays: (time) =>
    `Wir zählen Ereignisse nach ganzen UTC-Stunden, deshalb beginnt ein Tag hier um ${time}.`,
  sample: (events) => `Verzögerungen beruhen auf bis zu ${events} Ereignissen pro Stunde.`,
  sampleOfBusiest: (events) =>
    `Verzögerungen beruhen auf bis zu ${events} Ereignissen pro Stunde, alle vom häufigsten Typ der Stunde.`,
  notByType: "Den Typ abgelehnter Zustellungen kennen wir nicht. Die Übersicht zählt sie.",
};

type Series = Parameters<typeof english.partText>[1];

export const eventsSentence: typeof english.eventsSentence = (chart, locale) => {
  const totals = chart.series.map((_, place) => sumOf(chart.buckets, ({ counts }) => counts[place] ?? 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const words = `${countedEvents(all, locale)} ${CHARTS.inPeriod[chart.period]} empfangen`;
  return chart.scopes || all === 0 ? words : `${words}: ${partsText(chart.series, totals, locale)}`;
};

export const eventsText: typeof english.eventsText = (time, series, counts, locale) => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const words = `${time}: ${countedEvents(all, locale)}`;
  return series.length < 2 || all === 0 ? words : `${words}. ${partsText(series, counts, locale)}`;
};

export const partText: typeof english.partText = (time, series, count, locale) =>
  `${CHARTS.series[series]}, ${time}: ${countedEvents(count, locale)}`;

export const repeatsSentence: typeof english.repeatsSentence = ({ buckets, period }, locale) => {
  const all = sumOf(buckets, ({ repeats }) => repeats);
  return `${countedRepeats(all, locale)} ${CHARTS.inPeriod[period]}`;
};

export const repeatsText: typeof english.repeatsText = (time, count, locale) =>
  `${time}: ${countedRepeats(count, locale)}`;

export const rejectedSentence: typeof english.rejectedSentence = ({ buckets, period }, locale) => {
  const all = sumOf(buckets, ({ rejected }) => rejected ?? 0);
  return `${countedRejected(all, locale)} ${CHARTS.inPeriod[period]}`;
};

export const rejectedText: typeof english.rejectedText = (time, count, locale) =>
  `${time}: ${countedRejected(count, locale)}`;

export const delaySentence: typeof english.delaySentence = ({ buckets, period }, locale) => {
  const delays = buckets.flatMap(({ delayMs }) => delayMs ?? []);
  if (delays.length === 0) return `Keine Verzögerung bekannt ${CHARTS.inPeriod[period]}`;
  const most = (name: "median" | "p95") => delayText(Math.max(...delays.map((delay) => delay[name])), locale);
  return `Bis zu ${most("median")} für die Hälfte der Ereignisse und ${most("p95")} für 95 % von ihnen ${CHARTS.inPeriod[period]}`;
};

export const delayBarText: typeof english.delayBarText = (time, delay, locale) =>
  delay
    ? `${time}: die Hälfte binnen ${delayText(delay.median, locale)}, 95 % binnen ${delayText(delay.p95, locale)}`
    : `${time}: keine Ereignisse`;

const countedEvents = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${plural(count, "Ereignis", "Ereignisse")}`;
const countedRepeats = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${plural(count, "wiederholter Eingang", "wiederholte Eingänge")}`;
const countedRejected = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${plural(count, "abgelehnte Zustellung", "abgelehnte Zustellungen")}`;

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
