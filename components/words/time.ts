const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From this age on a date says more than "12 days ago". */
const RELATIVE_MAX_MS = 7 * DAY_MS;

/** A locale that `Intl` accepts: the given one, or American English when it is malformed or unknown. */
export function usableLocale(locale: string | null): string {
  try {
    return locale === null ? "en-US" : (Intl.getCanonicalLocales(locale)[0] ?? "en-US");
  } catch {
    return "en-US";
  }
}

/**
 * How long ago, in words: "38 seconds ago", "yesterday"; a date from a week on. A time in the future, by a clock that
 * runs apart, counts as now.
 */
export function relativeTime(iso: string, nowMs: number, locale: string): string {
  const ageMs = Math.max(0, nowMs - Date.parse(iso));
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (ageMs < 10_000) return words.format(0, "second");
  if (ageMs < MINUTE_MS) return words.format(-Math.floor(ageMs / 1_000), "second");
  if (ageMs < HOUR_MS) return words.format(-Math.floor(ageMs / MINUTE_MS), "minute");
  if (ageMs < DAY_MS) return words.format(-Math.floor(ageMs / HOUR_MS), "hour");
  if (ageMs < RELATIVE_MAX_MS) return words.format(-Math.floor(ageMs / DAY_MS), "day");
  return shortDate(iso, nowMs, locale);
}

/** "Aug 20", with the year when it is another one. */
export function shortDate(iso: string, nowMs: number, locale: string, timeZone?: string): string {
  const isThisYear = new Date(iso).getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    month: "short",
    day: "numeric",
    ...(!isThisYear && { year: "numeric" }),
    ...(timeZone !== undefined && { timeZone }),
  }).format(new Date(iso));
}

/** "Aug 20, 2026, 10:56:12 AM GMT-5". */
export function absoluteTime(iso: string, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    ...(timeZone !== undefined && { timeZone }),
  }).format(new Date(iso));
}

/** "10:41 AM". */
export function clockTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(new Date(iso));
}

/** A whole number with the locale's separators. */
export function wholeNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}
