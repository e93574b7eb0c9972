import { spokenLanguage } from "#lib/messages/language.ts";

/** Times as a store's people read them. */
export interface StoreClock {
  /** "Aug 2". */
  day(at: Date): string;
  /** "10:41 AM". */
  time(at: Date): string;
  /** "Aug 2, 10:41 AM". */
  moment(at: Date): string;
}

/** Writes times in the language that is spoken here and in a store's time zone; in UTC when it has none, or one that is not known here. */
export function storeClock(timezone: string | null): StoreClock {
  const timeZone = knownZone(timezone);
  const language = spokenLanguage();
  const tag = language === "en" ? "en-US" : language;
  const day = new Intl.DateTimeFormat(tag, { timeZone, month: "short", day: "numeric" });
  const time = new Intl.DateTimeFormat(tag, { timeZone, hour: "numeric", minute: "2-digit" });
  // Newer engines put a narrow no-break space before AM and PM, which looks the same and compares otherwise.
  const timeText = (at: Date) => time.format(at).replace("\u202f", " ");
  return {
    day: (at) => day.format(at),
    time: timeText,
    moment: (at) => `${day.format(at)}, ${timeText(at)}`,
  };
}

/** A store's time zone under the name that the store gives it; UTC when it has none, or one that is not known here. Pure. */
export function knownZone(timezone: string | null): string {
  if (timezone === null) return "UTC";
  try {
    // The runtime's own name may be an older one: "Asia/Katmandu" for "Asia/Kathmandu".
    new Intl.DateTimeFormat("en-US", { timeZone: timezone }).format();
    return timezone;
  } catch {
    return "UTC";
  }
}
