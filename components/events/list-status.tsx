"use client";

import { useRarely } from "#components/ui/use-rarely.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { EventView } from "#lib/contract/events.ts";

/** Between two announcements, in milliseconds, however many rows come in. */
const ANNOUNCE_EVERY_MS = 10_000;

interface ListStatusProps {
  /** Undefined while other rows are on their way. */
  events: readonly EventView[] | undefined;
  hasOlder: boolean;
}

/** Tells those who do not see the list what stands in it now: after another filter, and when new events went in. */
export function ListStatus({ events, hasOlder }: ListStatusProps) {
  const { EVENTS } = useWords(englishEvents);
  const newest = events?.[0];
  const words = newest && events ? EVENTS.nowShown(events.length, hasOlder, newest.summary) : "";
  const said = useRarely(events?.length === 0 ? EVENTS.none : words, ANNOUNCE_EVERY_MS);
  return (
    <div style={{ position: "relative" }}>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}
