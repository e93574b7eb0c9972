"use client";

import { useMemo } from "react";
import { useLocale } from "#components/ui/locale.tsx";
import { useNow } from "#components/ui/use-now.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import type { Said } from "#lib/messages/standing.ts";
import { clockTime, dayOf, relativeTime, shortDate, shortMoment } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** How times are written in sentences about destinations: those of today without their day. */
export function useSaid(): Said {
  const locale = useLocale();
  const now = useNow();
  const { COMMON } = useWords(englishCommon);
  return useMemo(() => {
    const today = now === null ? null : dayOf(new Date(now).toISOString(), locale);
    return {
      when: (iso) => (dayOf(iso, locale) === today ? clockTime(iso, locale) : shortMoment(iso, locale)),
      day: (iso) => shortDate(iso, now ?? Date.parse(iso), locale),
      ago: (iso) => relativeTime(iso, now ?? Date.parse(iso), locale, COMMON.justNow),
    };
  }, [locale, now, COMMON]);
}
