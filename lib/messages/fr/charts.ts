import { delayText } from "#lib/messages/format/chart-time.ts";
import type * as english from "#lib/messages/en/charts.ts";
import { type Locale, wholeNumber } from "#lib/messages/format/time.ts";
import { EVENTS } from "./events.ts";
import { counted, plural } from "./plural.ts";

export const area = "charts";

export const CHARTS: typeof english.CHARTS = {
  title: "Événements reçus",
  overTime: "Événements au fil du temps",
  period: "Période",
  periods: { "24h": "24 heures", "7d": "7 jours", "30d": "30 jours" },
  inPeriod: {
    "24h": "au cours des dernières 24 heures",
    "7d": "au cours des 7 derniers jours",
    "30d": "au cours des 30 derniers jours",
  },
  series: { ...EVENTS.groups, all: "Événements", other: "Autres" },
  delay: "Délai de livraison",
  delaySeries: { median: "Habituel (médiane)", p95: "5 % les plus lents" },
  repeats: "Arrivées répétées",
  rejected: "Livraisons refusées",

  table: "Événements reçus au fil du temps",
  columns: { time: "Heure", all: "Tous", median: "Habituel", p95: "5 % les plus lents" },
  none: "Aucun",
  nothing: "Aucun événement pendant cette période",
  slow: "Le chargement de ces chiffres prend plus de temps que d’habitude.",
  hint: "Sélectionnez une barre pour voir ses événements. Les flèches passent d’une barre à l’autre et à l’intérieur d’une barre.",
  readOnly: "Les livraisons refusées ne sont pas dans le journal.",
  underWay: {
    "24h": "Cette heure, jusqu’ici",
    "7d": "Aujourd’hui, jusqu’ici",
    "30d": "Aujourd’hui, jusqu’ici",
  },
  soFar: (time) => `${time}, jusqu’ici`,
  gone: "N’est plus conservé",
  noLongerKept: (time) => `${time} : n’est plus conservé`,
  keptOnly: (days) => `Les événements sont conservés ${counted(days, "jour", "jours")}.`,
  inZone: (timeZone) => `Les heures sont celles de ${timeZone}.`,
  shiftedDays: (time) =>
    `Nous comptons les événements par heures UTC entières : un jour commence donc ici à ${time}.`,
  sample: (events) => `Les délais reposent sur ${events} événements par heure au plus.`,
  sampleOfBusiest: (events) =>
    `Les délais reposent sur ${events} événements par heure au plus, tous du type le plus fréquent de l’heure.`,
  notByType: "Nous ne connaissons pas le type des livraisons refusées. La vue d’ensemble les compte.",
};

type Series = Parameters<typeof english.partText>[1];

export const eventsSentence: typeof english.eventsSentence = (chart, locale) => {
  const totals = chart.series.map((_, place) => sumOf(chart.buckets, ({ counts }) => counts[place] ?? 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const words = `${countedEvents(all, locale)} ${plural(all, "reçu", "reçus")} ${CHARTS.inPeriod[chart.period]}`;
  return chart.scopes || all === 0 ? words : `${words} : ${partsText(chart.series, totals, locale)}`;
};

export const eventsText: typeof english.eventsText = (time, series, counts, locale) => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const words = `${time} : ${countedEvents(all, locale)}`;
  return series.length < 2 || all === 0 ? words : `${words}. ${partsText(series, counts, locale)}`;
};

export const partText: typeof english.partText = (time, series, count, locale) =>
  `${CHARTS.series[series]}, ${time} : ${countedEvents(count, locale)}`;

export const repeatsSentence: typeof english.repeatsSentence = ({ buckets, period }, locale) => {
  const all = sumOf(buckets, ({ repeats }) => repeats);
  return `${countedRepeats(all, locale)} ${CHARTS.inPeriod[period]}`;
};

export const repeatsText: typeof english.repeatsText = (time, count, locale) =>
  `${time} : ${countedRepeats(count, locale)}`;

export const rejectedSentence: typeof english.rejectedSentence = ({ buckets, period }, locale) => {
  const all = sumOf(buckets, ({ rejected }) => rejected ?? 0);
  return `${countedRejected(all, locale)} ${CHARTS.inPeriod[period]}`;
};

export const rejectedText: typeof english.rejectedText = (time, count, locale) =>
  `${time} : ${countedRejected(count, locale)}`;

export const delaySentence: typeof english.delaySentence = ({ buckets, period }, locale) => {
  const delays = buckets.flatMap(({ delayMs }) => delayMs ?? []);
  if (delays.length === 0) return `Délai inconnu ${CHARTS.inPeriod[period]}`;
  const most = (name: "median" | "p95") => delayText(Math.max(...delays.map((delay) => delay[name])), locale);
  return `Au plus ${most("median")} pour la moitié des événements et ${most("p95")} pour 95 % d’entre eux ${CHARTS.inPeriod[period]}`;
};

export const delayBarText: typeof english.delayBarText = (time, delay, locale) =>
  delay
    ? `${time} : la moitié en ${delayText(delay.median, locale)}, 95 % en ${delayText(delay.p95, locale)}`
    : `${time} : aucun événement`;

const countedEvents = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${plural(count, "événement", "événements")}`;
const countedRepeats = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${plural(count, "arrivée répétée", "arrivées répétées")}`;
const countedRejected = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${plural(count, "livraison refusée", "livraisons refusées")}`;

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
