import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/time.ts";

/** From this age on a date says more than "12 days ago". */
const RELATIVE_MAX_MS = 7 * DAY_MS;

/** How dates and numbers are written, and by which clock. */
export interface Locale {
  /** Such as "en-US". */
  readonly tag: string;
  /** Such as "America/Chicago"; undefined for the clock of whoever reads. */
  readonly timeZone: string | undefined;
}

/**
 * A locale that `Intl` accepts.
 * @param tag What the control panel says of the person, such as "de-CH".
 * @param language The language of the page. A tag of another one gives way to it, so that no German day stands in an
 *   English sentence.
 * @param timeZone The store's; one that `Intl` does not know gives way to the reader's own.
 */
export function usableLocale(tag: string | null, language: string, timeZone: string | null): Locale {
  return { tag: usableTag(tag, language), timeZone: usableZone(timeZone) };
}

function usableTag(tag: string | null, language: string): string {
  const plain = language === "en" ? "en-US" : language;
  try {
    const locale = new Intl.Locale(tag ?? plain);
    return locale.language === language && locale.region !== undefined ? locale.toString() : plain;
  } catch {
    return plain;
  }
}

function usableZone(timeZone: string | null): string | undefined {
  if (timeZone === null || timeZone === "") return undefined;
  try {
    // The runtime's own name may be an older one: "Asia/Katmandu" for "Asia/Kathmandu".
    new Intl.DateTimeFormat("en-US", { timeZone }).format();
    return timeZone;
  } catch {
    return undefined;
  }
}

/**
 * How long ago, in words: "38 seconds ago", "yesterday"; a date from a week on. A time in the future, by a clock that
 * runs apart, counts as just now.
 * @param justNow The word for the last ten seconds: that of `Intl` is "now", which after "Checked" or "Opened" is no English.
 */
export function relativeTime(iso: string, nowMs: number, locale: Locale, justNow: string): string {
  const ageMs = Math.max(0, nowMs - Date.parse(iso));
  const words = new Intl.RelativeTimeFormat(locale.tag, { numeric: "auto" });
  if (ageMs < 10_000) return justNow;
  if (ageMs < MINUTE_MS) return words.format(-Math.floor(ageMs / 1_000), "second");
  if (ageMs < HOUR_MS) return words.format(-Math.floor(ageMs / MINUTE_MS), "minute");
  if (ageMs < DAY_MS) return words.format(-Math.floor(ageMs / HOUR_MS), "hour");
  if (ageMs < RELATIVE_MAX_MS) return words.format(-Math.floor(ageMs / DAY_MS), "day");
  return shortDate(iso, nowMs, locale);
}

/** "Aug 20", with the year when it is another one. */
export function shortDate(iso: string, nowMs: number, locale: Locale): string {
  return formatted(iso, locale, { month: "short", day: "numeric", ...yearUnlessNow(iso, nowMs, locale) });
}

/** "Aug 20, 2026, 10:56:12 AM GMT-5". */
export function absoluteTime(iso: string, locale: Locale): string {
  return formatted(iso, locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  });
}

/** The same time by the store's clock and by UTC, as it stands in logs elsewhere: what a time says on hover. */
export function bothClocks(iso: string, locale: Locale): string {
  const utc = new Date(iso).toISOString();
  return `${absoluteTime(iso, locale)} · ${utc.slice(0, 10)} ${utc.slice(11, 19)} UTC`;
}

/** "Today", "Yesterday", otherwise "Monday, Nov 23", with the year when it is another one. By the calendar, not by hours. */
export function dayWords(iso: string, nowMs: number, locale: Locale): string {
  const day = dayOf(iso, locale);
  const today = dayOf(new Date(nowMs).toISOString(), locale);
  const words = new Intl.RelativeTimeFormat(locale.tag, { numeric: "auto" });
  if (day === today) return capitalized(words.format(0, "day"), locale);
  if (Date.parse(today) - Date.parse(day) === DAY_MS) return capitalized(words.format(-1, "day"), locale);
  const text = formatted(iso, locale, {
    weekday: "long",
    month: "short",
    day: "numeric",
    ...yearUnlessNow(iso, nowMs, locale),
  });
  return capitalized(text, locale);
}

/** The day of a time on the store's calendar: "2026-08-20". */
export function dayOf(iso: string, { timeZone }: Locale): string {
  // Sweden writes dates as ISO 8601 does.
  const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("sv-SE", { ...day, timeZone }).format(new Date(iso));
}

/** "10:59:12 AM". */
export function secondsTime(iso: string, locale: Locale): string {
  return formatted(iso, locale, { hour: "numeric", minute: "2-digit", second: "2-digit" });
}

/** "10:41 AM". */
export function clockTime(iso: string, locale: Locale): string {
  return formatted(iso, locale, { hour: "numeric", minute: "2-digit" });
}

/** "Aug 20, 10:12 AM". */
export function shortMoment(iso: string, locale: Locale): string {
  return formatted(iso, locale, { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
}

/** "Aug 20, 2026, 10:12 AM". */
export function longMoment(iso: string, locale: Locale): string {
  return formatted(iso, locale, { dateStyle: "medium", timeStyle: "short" });
}

const UNITS = [
  { unit: "day", ms: DAY_MS },
  { unit: "hour", ms: HOUR_MS },
  { unit: "minute", ms: MINUTE_MS },
  { unit: "second", ms: 1_000 },
] as const;

/** A length of time in its largest whole unit: "38 seconds", "2 minutes", "3 days". Below a second: "0 seconds". */
export function spanWords(ms: number, { tag }: Locale): string {
  const { unit, ms: size } = UNITS.find((candidate) => ms >= candidate.ms) ?? { unit: "second", ms: 1_000 };
  return new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "long" }).format(
    Math.floor(ms / size),
  );
}

/** A delay for a card: "80 ms", "1 second", "2 minutes". */
export function delayWords(ms: number, locale: Locale): string {
  if (ms >= 1_000) return spanWords(ms, locale);
  const milliseconds = { style: "unit", unit: "millisecond", unitDisplay: "short" } as const;
  return new Intl.NumberFormat(locale.tag, milliseconds).format(Math.round(ms));
}

/** "2:41", for what ends at a time; never below zero. */
export function countdownText(untilMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A whole number with the locale's separators. */
export function wholeNumber(value: number, { tag }: Locale): string {
  return new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }).format(value);
}

function formatted(iso: string, { tag, timeZone }: Locale, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tag, { ...parts, timeZone }).format(new Date(iso));
}

function yearUnlessNow(iso: string, nowMs: number, locale: Locale): { year?: "numeric" } {
  const isNow = dayOf(iso, locale).slice(0, 4) === dayOf(new Date(nowMs).toISOString(), locale).slice(0, 4);
  return isNow ? {} : { year: "numeric" };
}

function capitalized(text: string, { tag }: Locale): string {
  return text.charAt(0).toLocaleUpperCase(tag) + text.slice(1);
}
