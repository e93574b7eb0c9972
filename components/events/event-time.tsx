"use client";

import { useLocale } from "#components/ui/locale.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { bothClocks, secondsTime, spanWords } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { EventView } from "#lib/contract/events.ts";
import { Aside } from "./parts.tsx";

/** A delay shorter than this is the ordinary way of things, in milliseconds. */
const DELAY_SHOWN_FROM_MS = 10_000;

/** When an event happened, which is what the log is sorted by, and how much later it arrived if that is unusual. */
export function EventTime({ event: { occurredAt, receivedAt } }: { event: EventView }) {
  const { EVENTS } = useWords(englishEvents);
  const locale = useLocale();
  const delayMs = Date.parse(receivedAt) - Date.parse(occurredAt);
  return (
    <span>
      <time dateTime={occurredAt} title={bothClocks(occurredAt, locale)}>
        {secondsTime(occurredAt, locale)}
      </time>
      <Aside>
        {delayMs > DELAY_SHOWN_FROM_MS ? (
          <span title={bothClocks(receivedAt, locale)}>{EVENTS.later(spanWords(delayMs, locale))}</span>
        ) : (
          <RelativeTime iso={occurredAt} />
        )}
      </Aside>
    </span>
  );
}
