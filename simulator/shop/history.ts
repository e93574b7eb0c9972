import type { ShopEvent } from "./shop-event.ts";
import { doSomething } from "./activity.ts";
import type { Random } from "./random.ts";
import type { ShopState } from "./state.ts";

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 7 * 24;
/** About 2.6 events each come to some 1,150 in a week. */
const ACTIVITIES_PER_WEEK = 450;

/** How busy each local hour is, from midnight on: hardly anyone from 1 to 6, most in the evening. */
const HOUR_WEIGHTS = [
  1.5, 0.15, 0.1, 0.05, 0.05, 0.15, 1, 2.5, 4, 5, 6, 6.5, 7.5, 6, 5.5, 5.5, 6, 6.5, 8, 9, 10, 8.5, 6, 3,
] as const;
/** How busy each day is, from Sunday on. */
const DAY_WEIGHTS = [1.45, 0.85, 0.8, 0.9, 0.95, 1.1, 1.5] as const;

/**
 * Plays a week in the shop that ends at `now`, and returns what happened, by time: some 900 to 1,500 events.
 *
 * The shop is changed as it goes, so that ids and orders agree with it afterwards. Nights, evenings and weekends
 * are those of `timeZone` (an IANA name, as in `America/Chicago`).
 */
export function pastWeek(
  shop: ShopState,
  now: Date,
  random: Random,
  timeZone = "America/Chicago",
): Array<{ at: Date; events: ShopEvent[] }> {
  const startMs = now.getTime() - WEEK_HOURS * HOUR_MS;
  const hours = Array.from({ length: WEEK_HOURS }, (_, index) => startMs + index * HOUR_MS);
  const weights = hours.map(busyness(timeZone));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);

  const times = hours.flatMap((hourMs, index) => {
    const expected = (ACTIVITIES_PER_WEEK * (weights[index] ?? 0)) / whole;
    return Array.from(
      { length: roundRandomly(expected, random) },
      () => hourMs + Math.floor(random() * HOUR_MS),
    );
  });
  return times
    .toSorted((one, other) => one - other)
    .map((ms) => ({ at: new Date(ms), events: doSomething(shop, new Date(ms), random) }))
    .filter(({ events }) => events.length > 0);
}

function busyness(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  return (ms) => {
    const parts = format.formatToParts(ms);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
      parts.find((candidate) => candidate.type === type)?.value ?? "";
    return (HOUR_WEIGHTS[Number(part("hour"))] ?? 1) * (DAY_WEIGHTS[days.indexOf(part("weekday"))] ?? 1);
  };
}

/** Rounds up or down by chance, so that the mean is kept, and lets an hour be busier or quieter than usual. */
function roundRandomly(expected: number, random: Random): number {
  const varied = expected * (0.6 + random() * 0.8);
  return Math.floor(varied) + (random() < varied % 1 ? 1 : 0);
}
