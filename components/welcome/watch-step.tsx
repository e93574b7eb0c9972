"use client";

import { useEffect, useState } from "react";
import styled, { keyframes } from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { TestEventButton } from "#components/test-event/test-event-button.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishWelcome from "#lib/messages/en/welcome.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { eventPath, pagePath } from "#lib/client/paths.ts";
import type { EventView } from "#lib/contract/events.ts";
import { useLatestEvents } from "#lib/client/api/use-newest-event.ts";
import { firstEvent } from "./first-event.ts";
import { useSetup } from "./use-setup.ts";

const pulse = keyframes`
  50% { opacity: 0.25; }
`;

const Waiting = styled.p`
  align-items: center;
  display: flex;
  font-size: 16px;
  gap: 12px;
  margin: 8px 0;
  &::before {
    animation: ${pulse} 2s ease-in-out infinite;
    background: ${({ theme }) => theme.colors.primary};
    border-radius: 50%;
    content: "";
    height: 12px;
    width: 12px;
  }
  @media (prefers-reduced-motion: reduce) {
    &::before {
      animation: none;
    }
  }
`;

const Card = styled.div`
  border: 1px solid ${({ theme }) => theme.colors.secondary30};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  margin: 8px 0;
  padding: 16px;
  p {
    margin: 4px 0;
  }
`;

const Foot = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  justify-content: flex-end;
  margin-top: 16px;
`;

/** Waits for the first event, shows it when it comes, and keeps it. */
export function WatchStep({ onBack }: { onBack: () => void }) {
  const { titleOf } = useWords(englishCatalogue);
  const { WELCOME } = useWords(englishWelcome);
  const { store } = useStore();
  const { reach } = useSetup();
  const [event, setEvent] = useState<EventView | null>(null);
  const first = firstEvent(event, useLatestEvents(store, true) ?? []);
  if (first !== event) setEvent(first);
  const isThere = event !== null;
  useEffect(() => {
    if (isThere) reach("done");
  }, [isThere, reach]);
  return (
    <Panel title={WELCOME.watch}>
      <div role="status">
        {event ? (
          <Card>
            <Badge label={WELCOME.firstArrived} variant="success" />
            <p>{event.summary}</p>
            <p>
              {titleOf(event.scope)}, <RelativeTime iso={event.receivedAt} />
            </p>
          </Card>
        ) : (
          <Waiting>{WELCOME.waiting}</Waiting>
        )}
      </div>
      {!event && <p>{WELCOME.tip}</p>}
      <Foot>
        <Button onClick={onBack} variant="subtle">
          {WELCOME.back}
        </Button>
        {event ? (
          <ButtonLink href={eventPath(store, event.id)} prefetch={false}>
            {WELCOME.viewEvent}
          </ButtonLink>
        ) : (
          <TestEventButton />
        )}
        <ButtonLink
          $isPrimary
          href={pagePath(store, "overview")}
          onClick={() => reach("done")}
          prefetch={false}
        >
          {WELCOME.overview}
        </ButtonLink>
      </Foot>
    </Panel>
  );
}
