import type * as english from "#lib/messages/en/delivery-chart.ts";
import { wholeNumber, type Locale } from "#lib/messages/format/time.ts";
import { CHARTS } from "./charts.ts";

export const area = "deliveryChart";

export const SENT: typeof english.SENT = {
  title: "Gesendet im Lauf der Zeit",
  table: "Gesendet im Lauf der Zeit, Neuestes zuerst",
  delivered: "Zugestellt",
  failed: "Fehlgeschlagene Versuche",
  hint: "Pfeiltasten bewegen sich zwischen Balken.",
  nothing: "In dieser Zeit wurde nichts gesendet",
};

const counts = (delivered: number, failed: number, locale: Locale) => {
  const n = (count: number) => wholeNumber(count, locale);
  return `${n(delivered)} zugestellt, ${n(failed)} ${failed === 1 ? "fehlgeschlagener Versuch" : "fehlgeschlagene Versuche"}`;
};

export const sentSentence: typeof english.sentSentence = (period, delivered, failed, locale) =>
  `${counts(delivered, failed, locale)} ${CHARTS.inPeriod[period]}`;

export const sentText: typeof english.sentText = (time, delivered, failed, locale) =>
  `${time}: ${counts(delivered, failed, locale)}`;
