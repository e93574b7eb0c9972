import type { Chart } from "#lib/contract/chart.ts";
import type { Locale } from "./time.ts";

const DELAY_UNITS = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
  { unit: "second", ms: 1_000 },
  { unit: "millisecond", ms: 1 },
] as const;

const delayUnit = (ms: number) => DELAY_UNITS.find((one) => ms >= one.ms) ?? DELAY_UNITS[4];

/** The unit in which an axis up to `ms` has round values, in milliseconds. */
export const delayUnitMs = (ms: number): number => delayUnit(ms).ms;

/** A delay, short enough for an axis: "80 ms", "1.5 sec", "2.2 min". */
export function delayText(ms: number, locale: Locale): string {
  const { unit, ms: size } = delayUnit(ms);
  const maximumFractionDigits = unit === "millisecond" ? 0 : 1;
  const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits } as const;
  return new Intl.NumberFormat(locale.tag, style).format(ms / size);
}

/** When a bar begins, in the chart's time zone: under it, or in full for whoever reads it out of place. */
export function bucketTime(
  iso: string,
  { period, timeZone }: Pick<Chart, "period" | "timeZone">,
  locale: Locale,
  isLong: boolean,
): string {
  const hour = period === "24h" ? hourStyle(iso, timeZone, locale) : {};
  const day = { month: "short", day: "numeric" } as const;
  const weekday = { weekday: "short" } as const;
  const style = {
    "24h": isLong ? { ...day, ...hour } : hour,
    "7d": { ...weekday, ...day },
    "30d": isLong ? { ...weekday, ...day } : day,
  }[period];
  return inZone(timeZone, locale, style).format(new Date(iso));
}

/** The time at which this chart's days begin, where that is not with the clock's hour; null where it is. */
export function shiftedDayStart({ period, timeZone, buckets }: Chart, locale: Locale): string | null {
  const first = buckets[0];
  if (period === "24h" || !first || isFullHour(first.start, timeZone)) return null;
  return inZone(timeZone, locale, { hour: "numeric", minute: "2-digit" }).format(new Date(first.start));
}

/** A bar's beginning in UTC, for whoever compares it with a log of their own. */
export const bucketUtc = (iso: string, locale: Locale) =>
  inZone("UTC", locale, { dateStyle: "medium", timeStyle: "long" }).format(new Date(iso));

function hourStyle(iso: string, timeZone: string, locale: Locale): Intl.DateTimeFormatOptions {
  const hasMinutes =
    !isFullHour(iso, timeZone) || !inZone(timeZone, locale, { hour: "numeric" }).resolvedOptions().hour12;
  return { hour: "numeric", ...(hasMinutes && { minute: "2-digit" }) };
}

function isFullHour(iso: string, timeZone: string): boolean {
  return (
    Number(inZone(timeZone, { tag: "en-US", timeZone }, { minute: "numeric" }).format(new Date(iso))) === 0
  );
}

/** The server knows the zone; a browser that does not shows UTC. */
function inZone(timeZone: string, { tag }: Locale, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(tag, { ...style, timeZone });
  } catch {
    return new Intl.DateTimeFormat(tag, { ...style, timeZone: "UTC" });
  }
}
