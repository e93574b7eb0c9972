"use client";

import { Badge } from "@bigcommerce/big-design";
import { memo } from "react";
import { useLocale } from "#components/ui/locale.tsx";
import { SelectionBox } from "#components/ui/table/selection.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { bothClocks, dayOf, secondsTime, shortMoment, spanWords } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import type { EventView } from "#lib/contract/events.ts";
import { Aside, Code, Line, TextButton } from "./parts.tsx";

/** A delay shorter than this is the ordinary way of things, in milliseconds. */
const DELAY_SHOWN_FROM_MS = 10_000;

/** The id of the button that opens an event, where focus returns when it closes. */
export const eventButtonId = (id: string): string => `event-${id}`;

interface EventRowProps {
  event: EventView;
  isOpen: boolean;
  onOpen: (id: string) => void;
  onAbout: (resource: string) => void;
}

/** One event of the log. Only its buttons act: text in a row can be selected. */
export const EventRow = memo(function EventRow({ event, isOpen, onOpen, onAbout }: EventRowProps) {
  const { resourceLabel } = useWords(englishCatalogue);
  const { EVENTS } = useWords(englishEvents);
  const { id, scope, summary, resource, arrivals } = event;
  return (
    <div className="event-row" data-open={isOpen} role="row">
      <div className="select" role="cell">
        <SelectionBox id={id} name={summary} />
      </div>
      <div className="received" role="cell">
        <Received event={event} />
      </div>
      <div className="event" role="cell">
        <TextButton aria-expanded={isOpen} id={eventButtonId(id)} onClick={() => onOpen(id)} type="button">
          {summary}
        </TextButton>
        <Code as="div">{scope}</Code>
        <Line className="fold">
          <Received event={event} />
          <Badges event={event} />
          {arrivals > 1 && EVENTS.arrivals(arrivals)}
        </Line>
      </div>
      <div className="about" role="cell">
        {resource && (
          <TextButton
            aria-label={EVENTS.allAbout(event.name ?? resourceLabel(resource))}
            onClick={() => onAbout(`${resource.type}:${resource.id}`)}
            type="button"
          >
            {event.name ?? resourceLabel(resource)}
          </TextButton>
        )}
      </div>
      <div className="arrivals" role="cell">
        {arrivals > 1 && EVENTS.arrivals(arrivals)}
      </div>
      <div className="result" role="cell">
        <Line>
          <Badges event={event} />
        </Line>
      </div>
    </div>
  );
}, isSameRow);

/** An event that is read again is another object, yet only its arrivals can have changed, and what is known of its thing. */
function isSameRow(before: EventRowProps, after: EventRowProps): boolean {
  return (
    before.event.id === after.event.id &&
    before.event.arrivals === after.event.arrivals &&
    before.event.summary === after.event.summary &&
    before.event.name === after.event.name &&
    before.isOpen === after.isOpen &&
    before.onOpen === after.onOpen &&
    before.onAbout === after.onAbout
  );
}

function Received({ event }: { event: EventView }) {
  const { EVENTS } = useWords(englishEvents);
  const locale = useLocale();
  const { occurredAt, receivedAt } = event;
  const isOtherDay = dayOf(occurredAt, locale) !== dayOf(receivedAt, locale);
  const delayMs = Date.parse(receivedAt) - Date.parse(occurredAt);
  return (
    <span>
      <time dateTime={receivedAt} title={bothClocks(receivedAt, locale)}>
        {isOtherDay ? shortMoment(receivedAt, locale) : secondsTime(receivedAt, locale)}
      </time>
      <Aside>
        <RelativeTime iso={receivedAt} />
      </Aside>
      {delayMs > DELAY_SHOWN_FROM_MS && <Aside>{EVENTS.later(spanWords(delayMs, locale))}</Aside>}
    </span>
  );
}

function Badges({ event }: { event: EventView }) {
  const { DEMO_BADGE, resultBadge } = useWords(englishEvents);
  const { label, variant } = resultBadge(event);
  return (
    <>
      <Badge label={label} variant={variant} />
      {event.isDemo && <Badge label={DEMO_BADGE.label} variant={DEMO_BADGE.variant} />}
    </>
  );
}
