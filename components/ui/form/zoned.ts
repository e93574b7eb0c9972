import { MINUTE_MS } from "#lib/time.ts";

/** `2026-08-20T10:56` on the clock of a time zone, as a field wants it; "" for none. Undefined: the reader's clock. */
export function zonedText(iso: string | null, timeZone: string | undefined): string {
  if (iso === null) return "";
  const timeMs = Date.parse(iso);
  return new Date(timeMs + offsetMs(timeMs, timeZone)).toISOString().slice(0, 16);
}

/**
 * The time at which the clock of a zone shows `2026-08-20T10:56`; null for what is no time. Of an hour that comes twice,
 * when clocks go back, the one or the other; an hour that does not come at all is the one beside it.
 */
export function zonedIso(text: string, timeZone: string | undefined): string | null {
  const shownMs = Date.parse(`${text}Z`);
  if (Number.isNaN(shownMs)) return null;
  // The offset holds at the time that is looked for, so it is asked again once that is nearly known.
  const nearMs = shownMs - offsetMs(shownMs, timeZone);
  return new Date(shownMs - offsetMs(nearMs, timeZone)).toISOString();
}

/** How far a zone's clock is ahead of UTC at a time, in milliseconds. */
function offsetMs(timeMs: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
    timeZone,
  }).formatToParts(timeMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const shownMs = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return shownMs - Math.floor(timeMs / MINUTE_MS) * MINUTE_MS;
}
