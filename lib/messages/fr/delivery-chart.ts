import type * as english from "#lib/messages/en/delivery-chart.ts";
import { wholeNumber, type Locale } from "#lib/messages/format/time.ts";
import { CHARTS } from "./charts.ts";

export const area = "deliveryChart";

export const SENT: typeof english.SENT = {
  title: "Envois au fil du temps",
  table: "Envois au fil du temps, du plus récent au plus ancien",
  delivered: "Livrés",
  failed: "Tentatives échouées",
  hint: "Les flèches passent d’une barre à l’autre.",
  nothing: "Rien n’a été envoyé pendant cette période",
};

const counts = (delivered: number, failed: number, locale: Locale) => {
  const n = (count: number) => wholeNumber(count, locale);
  return `${n(delivered)} ${delivered < 2 ? "livré" : "livrés"}, ${n(failed)} ${failed < 2 ? "tentative échouée" : "tentatives échouées"}`;
};

export const sentSentence: typeof english.sentSentence = (period, delivered, failed, locale) =>
  `${counts(delivered, failed, locale)} ${CHARTS.inPeriod[period]}`;

export const sentText: typeof english.sentText = (time, delivered, failed, locale) =>
  `${time} : ${counts(delivered, failed, locale)}`;
