"use client";

import * as englishCommon from "#lib/messages/en/common.ts";
import { absoluteTime, bothClocks, relativeTime } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useLocale } from "./locale.tsx";
import { useNow } from "./use-now.ts";

/**
 * How long ago, with the exact time on hover. The server prints the exact time in UTC: what it calls "just now" is
 * over when the browser reads it, and the two would differ.
 */
export function RelativeTime({ iso }: { iso: string }) {
  const now = useNow();
  const locale = useLocale();
  const { COMMON } = useWords(englishCommon);
  return (
    <time dateTime={iso} title={now === null ? undefined : bothClocks(iso, locale)}>
      {now === null
        ? absoluteTime(iso, { ...locale, timeZone: "UTC" })
        : relativeTime(iso, now, locale, COMMON.justNow)}
    </time>
  );
}
