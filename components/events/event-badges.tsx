"use client";

import { Badge } from "#components/ui/badge.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { EventView } from "#lib/contract/events.ts";
import { Times } from "./parts.tsx";

/** What is unusual about one event, or about several of one action; nothing where nothing is. */
export function EventBadges({ events }: { events: readonly EventView[] }) {
  const { DEMO_BADGE, EVENTS, resultBadge } = useWords(englishEvents);
  const odd = events.find(({ flags, isTest }) => flags.length > 0 || isTest);
  const result = odd && resultBadge(odd);
  const arrivals = Math.max(...events.map((event) => event.arrivals));
  return (
    <>
      {arrivals > 1 && (
        <Times title={EVENTS.arrivedTimes(arrivals)}>
          <span aria-hidden>{`${arrivals}×`}</span>
          <VisuallyHidden>{EVENTS.arrivedTimes(arrivals)}</VisuallyHidden>
        </Times>
      )}
      {result && <Badge label={result.label} variant={result.variant} />}
      {events.every(({ isDemo }) => isDemo) && (
        <Badge label={DEMO_BADGE.label} variant={DEMO_BADGE.variant} />
      )}
    </>
  );
}
