import type { ChartPeriod } from "#lib/contract/chart.ts";
import { hourOf, HOUR_MS } from "#lib/time.ts";

const DAY_HOURS = 24;
/** Hours that are looked at beyond a period's own, at either end: days may have 25, and the first one found is cut. */
const MARGIN_HOURS = 48;

/** How many bars a period has, and whether each is a day or an hour. The last one is under way. */
const PERIODS: Readonly<Record<ChartPeriod, { count: number; isByDay: boolean }>> = {
  "24h": { count: 24, isByDay: false },
  "7d": { count: 7, isByDay: true },
  "30d": { count: 30, isByDay: true },
};

/** A part of a period: from its start, inclusive, to its end, exclusive. */
export interface Bucket {
  start: Date;
  end: Date;
}

/**
 * The hours, or the days, of a period, oldest first; the last one is under way. Days are those of the time zone, and a day
 * without an hour, or with one more, is as long as it is. Events are counted by whole hours of UTC, so that where days
 * begin in the middle of one, they begin here with the first whole hour in them. Pure.
 * @param timeZone An IANA name that this runtime knows.
 */
export function bucketsOf(period: ChartPeriod, timeZone: string, now: Date): Bucket[] {
  const { count, isByDay } = PERIODS[period];
  const day = new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "short" });
  const present = hourOf(now).getTime();
  const before = count * (isByDay ? DAY_HOURS : 1) + MARGIN_HOURS;
  const starts: Date[] = [];
  let last = "";
  for (let offset = -before; offset <= MARGIN_HOURS; offset++) {
    const hour = new Date(present + offset * HOUR_MS);
    const name = isByDay ? day.format(hour) : hour.toISOString();
    if (name !== last) starts.push(hour);
    last = name;
  }
  const next = starts.findIndex((start) => start.getTime() > present);
  return starts.slice(next - count, next).map((start, index) => ({
    start,
    end: starts[next - count + index + 1] ?? start,
  }));
}
