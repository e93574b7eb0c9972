import type * as english from "#lib/messages/en/delivery-chart.ts";
import { wholeNumber, type Locale } from "#lib/messages/format/time.ts";
import { CHARTS } from "./charts.ts";

export const area = "deliveryChart";

export const SENT: typeof english.SENT = {
  title: "Envíos a lo largo del tiempo",
  table: "Envíos a lo largo del tiempo, lo más reciente primero",
  delivered: "Entregados",
  failed: "Intentos fallidos",
  hint: "Las flechas pasan de una barra a otra.",
  nothing: "No se envió nada en este período",
};

const counts = (delivered: number, failed: number, locale: Locale) => {
  const n = (count: number) => wholeNumber(count, locale);
  return `${n(delivered)} ${delivered === 1 ? "entregado" : "entregados"}, ${n(failed)} ${failed === 1 ? "intento fallido" : "intentos fallidos"}`;
};

export const sentSentence: typeof english.sentSentence = (period, delivered, failed, locale) =>
  `${counts(delivered, failed, locale)} ${CHARTS.inPeriod[period]}`;

export const sentText: typeof english.sentText = (time, delivered, failed, locale) =>
  `${time}: ${counts(delivered, failed, locale)}`;
