"use client";

import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { panelPage } from "#lib/client/control-panel/panel-pages.ts";
import { useRelated } from "#lib/client/api/use-related.ts";
import type { EventDetail } from "#lib/contract/events.ts";
import { Aside, TextButton } from "#components/events/parts.tsx";

const List = styled.ul`
  list-style: none;
  margin: 0 0 12px;
  padding: 0;
  li {
    padding: 4px 0;
  }
`;

interface RelatedEventsProps {
  id: string;
  resource: NonNullable<EventDetail["resource"]>;
  /** What the thing is called, where that is known. */
  name: string | null;
  onOpen: (id: string) => void;
  onAbout: (resource: string) => void;
}

/** What else happened to the thing that an event is about, and where it is found in the control panel. */
export function RelatedEvents({ id, resource, name, onOpen, onAbout }: RelatedEventsProps) {
  const { resourceLabel } = useWords(englishCatalogue);
  const { EVENTS } = useWords(englishEvents);
  const { store, session } = useStore();
  const about = `${resource.type}:${resource.id}`;
  const label = name ?? resourceLabel(resource);
  const { data, error } = useRelated(store, about);
  const page = panelPage(resource, session?.store.reopenUrl);
  return (
    <>
      {error !== undefined && !data && <p>{EVENTS.relatedSlow}</p>}
      {!data && error === undefined && <Placeholder $height="96px" />}
      {data && data.events.every((event) => event.id === id) && <p>{EVENTS.relatedNone}</p>}
      {data?.events.some((event) => event.id !== id) && (
        <List aria-label={EVENTS.relatedTo(label)}>
          {data.events.map((event) => (
            <li key={event.id}>
              {event.id === id ? (
                `${event.summary} (${EVENTS.shownNow})`
              ) : (
                <TextButton onClick={() => onOpen(event.id)} type="button">
                  {event.summary}
                </TextButton>
              )}
              <Aside>
                <RelativeTime iso={event.occurredAt} />
              </Aside>
            </li>
          ))}
        </List>
      )}
      <Button onClick={() => onAbout(about)} variant="secondary">
        {EVENTS.allAbout(label)}
      </Button>
      {page !== null && (
        <p>
          <ExternalLink href={page}>{EVENTS.openInPanel(label)}</ExternalLink>
        </p>
      )}
    </>
  );
}
