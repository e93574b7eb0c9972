"use client";

import { memo, type MouseEvent } from "react";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { SelectionBox } from "#components/ui/table/selection.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { shareLink } from "#lib/client/control-panel/share-link.ts";
import { eventPath } from "#lib/client/paths.ts";
import type { EventView } from "#lib/contract/events.ts";
import { EventBadges } from "./event-badges.tsx";
import { EventTime } from "./event-time.tsx";
import { Code, Line, RowLink, TextButton } from "./parts.tsx";

/** The id of the link that opens an event, where focus returns when it closes. */
export const eventLinkId = (id: string): string => `event-${id}`;

interface EventRowProps {
  event: EventView;
  isOpen: boolean;
  /** Whether it is shown below what it was folded into. */
  isMember?: boolean;
  onOpen: (id: string) => void;
  onAbout: (resource: string) => void;
}

/** One event of the log. Only its links and buttons act: text in a row can be selected. */
export const EventRow = memo(function EventRow({ event, isOpen, isMember, onOpen, onAbout }: EventRowProps) {
  const isTechnical = useTechnicalDetails();
  return (
    <div className="event-row" data-member={isMember} data-open={isOpen} role="row">
      <div className="select" role="cell">
        <SelectionBox id={event.id} name={event.summary} />
      </div>
      <div className="when" role="cell">
        <EventTime event={event} />
      </div>
      <div className="event" role="cell">
        <Line>
          <EventLink event={event} isOpen={isOpen} onOpen={onOpen} />
          <EventBadges events={[event]} />
        </Line>
        {isTechnical && <Code as="div">{event.scope}</Code>}
        <div className="narrow">
          <EventTime event={event} />
        </div>
      </div>
      <div className="about" role="cell">
        <AboutButton event={event} onAbout={onAbout} />
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
    before.isMember === after.isMember &&
    before.onOpen === after.onOpen &&
    before.onAbout === after.onAbout
  );
}

/** Opens an event here; with Ctrl, the middle button or the browser's menu elsewhere, as any link. */
export function EventLink({
  event,
  isOpen,
  onOpen,
}: {
  event: EventView;
  isOpen: boolean;
  onOpen: (id: string) => void;
}) {
  const { store, session } = useStore();
  const path = eventPath(store, event.id);
  // Outside of the control panel nobody is known, so that another tab opens its address.
  const href = shareLink(store, session?.store.reopenUrl, path) ?? path;
  const follow = (click: MouseEvent) => {
    if (click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    onOpen(event.id);
  };
  return (
    <RowLink aria-current={isOpen} href={href} id={eventLinkId(event.id)} onClick={follow}>
      {event.summary}
    </RowLink>
  );
}

/** Leads to everything about the thing of an event. */
export function AboutButton({
  event: { name, resource },
  onAbout,
}: {
  event: EventView;
  onAbout: (resource: string) => void;
}) {
  const { EVENTS } = useWords(englishEvents);
  if (!resource || name === null) return null;
  return (
    <TextButton
      aria-label={EVENTS.allAbout(name)}
      onClick={() => onAbout(`${resource.type}:${resource.id}`)}
      type="button"
    >
      {name}
    </TextButton>
  );
}
