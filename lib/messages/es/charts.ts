import { delayText } from "#lib/messages/format/chart-time.ts";
import type * as english from "#lib/messages/en/charts.ts";
import { type Locale, wholeNumber } from "#lib/messages/format/time.ts";
import { EVENTS } from "./events.ts";
import { counted, plural } from "./plural.ts";

export const area = "charts";

export const CHARTS: typeof english.CHARTS = {
  title: "Eventos recibidos",
  overTime: "Eventos a lo largo del tiempo",
  period: "Período",
  periods: { "24h": "24 horas", "7d": "7 días", "30d": "30 días" },
  inPeriod: {
    "24h": "en las últimas 24 horas",
    "7d": "en los últimos 7 días",
    "30d": "en los últimos 30 días",
  },
  series: { ...EVENTS.groups, all: "Eventos", other: "Otros" },
  delay: "Retraso de entrega",
  delaySeries: { median: "Habitual (mediana)", p95: "El 5 % más lento" },
  repeats: "Llegadas repetidas",
  rejected: "Entregas rechazadas",

  table: "Eventos recibidos a lo largo del tiempo",
  columns: { time: "Hora", all: "Todos", median: "Habitual", p95: "5 % más lento" },
  none: "Ninguno",
  nothing: "Ningún evento en este período",
  slow: "Estas cifras tardan más de lo habitual en cargarse.",
  hint: "Seleccione una barra para ver sus eventos. Las flechas se mueven entre barras y dentro de una.",
  readOnly: "Las entregas rechazadas no están en el registro.",
  underWay: { "24h": "Esta hora, hasta ahora", "7d": "Hoy, hasta ahora", "30d": "Hoy, hasta ahora" },
  soFar: (time) => `${time}, hasta ahora`,
  gone: "Ya no se conserva",
  noLongerKept: (time) => `${time}: ya no se conserva`,
  keptOnly: (days) => `Los eventos se conservan ${counted(days, "día", "días")}.`,
  inZone: (timeZone) => `Las horas son las de ${timeZone}.`,
  shiftedDays: (time) =>
    `Contamos los eventos por horas enteras de UTC, así que aquí un día empieza a las ${time}.`,
  sample: (events) => `Los retrasos se basan en un máximo de ${events} eventos por hora.`,
  sampleOfBusiest: (events) =>
    `Los retrasos se basan en un máximo de ${events} eventos por hora, todos del tipo más frecuente de la hora.`,
  notByType: "No conocemos el tipo de las entregas rechazadas. El resumen las cuenta.",
};

type Series = Parameters<typeof english.partText>[1];

export const eventsSentence: typeof english.eventsSentence = (chart, locale) => {
  const totals = chart.series.map((_, place) => sumOf(chart.buckets, ({ counts }) => counts[place] ?? 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const words = `${countedEvents(all, locale)} ${plural(all, "recibido", "recibidos")} ${CHARTS.inPeriod[chart.period]}`;
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
  if (delays.length === 0) return `Retraso desconocido ${CHARTS.inPeriod[period]}`;
  const most = (name: "median" | "p95") => delayText(Math.max(...delays.map((delay) => delay[name])), locale);
  return `Como máximo ${most("median")} para la mitad de los eventos y ${most("p95")} para el 95 % de ellos ${CHARTS.inPeriod[period]}`;
};

export const delayBarText: typeof english.delayBarText = (time, delay, locale) =>
  delay
    ? `${time}: la mitad en ${delayText(delay.median, locale)}, el 95 % en ${delayText(delay.p95, locale)}`
    : `${time}: ningún evento`;

const countedEvents = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${plural(count, "evento", "eventos")}`;
const countedRepeats = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${plural(count, "llegada repetida", "llegadas repetidas")}`;
const countedRejected = (count: number, locale: Locale) =>
  `${wholeNumber(count, locale)} ${plural(count, "entrega rechazada", "entregas rechazadas")}`;

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
