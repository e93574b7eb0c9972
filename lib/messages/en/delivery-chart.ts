import { wholeNumber, type Locale } from "#lib/messages/format/time.ts";
import type { ChartPeriod } from "#lib/contract/chart.ts";
import { CHARTS } from "./charts.ts";

export const area = "deliveryChart";

/** Texts of the chart of what was sent to a destination. */
export const SENT = {
  title: "Sent over time",
  table: "Sent over time, newest first",
  delivered: "Delivered",
  failed: "Failed attempts",
  hint: "Arrow keys move between bars.",
  nothing: "Nothing was sent in this time",
};

const counts = (delivered: number, failed: number, locale: Locale) => {
  const n = (count: number) => wholeNumber(count, locale);
  return `${n(delivered)} delivered, ${n(failed)} failed ${failed === 1 ? "attempt" : "attempts"}`;
};

/** What the chart says as a whole: "410 delivered, 2 failed attempts in the last 24 hours". */
export const sentSentence = (period: ChartPeriod, delivered: number, failed: number, locale: Locale) =>
  `${counts(delivered, failed, locale)} ${CHARTS.inPeriod[period]}`;

/** What one bar says: "Nov 25, 10 AM: 12 delivered, 0 failed attempts". */
export const sentText = (time: string, delivered: number, failed: number, locale: Locale) =>
  `${time}: ${counts(delivered, failed, locale)}`;
