"use client";

import { absoluteTime, bothClocks, relativeTime } from "#lib/messages/format/time.ts";
import { useLocale } from "./locale.tsx";
import { useNow } from "./use-now.ts";

/**
 * How long ago, with the exact time on hover. The server prints the exact time in UTC: what it calls "now" is over
 * when the browser reads it, and the two would differ.
 */
export function RelativeTime({ iso }: { iso: string }) {
  const now = useNow();
  const locale = useLocale();
  return (
    <time dateTime={iso} title={now === null ? undefined : bothClocks(iso, locale)}>
      {now === null ? absoluteTime(iso, { ...locale, timeZone: "UTC" }) : relativeTime(iso, now, locale)}
    </time>
  );
}
