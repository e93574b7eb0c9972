"use client";

import { InlineMessage, StatusMessage } from "@bigcommerce/big-design";
import { ChevronLeftIcon, ChevronRightIcon } from "@bigcommerce/big-design-icons";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { Drawer } from "#components/ui/overlay/drawer.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { isProblem } from "#lib/client/fetcher/request.ts";
import { useEvent } from "#lib/client/api/use-event.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import { EventSections } from "./event-sections.tsx";

interface EventDetailProps {
  id: string;
  /** Changes when the event was opened from the list: focus then moves into the panel. */
  subject: string;
  /** The id of the element that gets focus when the event is closed. */
  opener: string;
  /** Shows the neighbour in the list; null at its ends. */
  onNewer: (() => void) | null;
  onOlder: (() => void) | null;
  /** Shows another event in this one's place. */
  onOpen: (id: string) => void;
  onAbout: (resource: string) => void;
  onClose: () => void;
}

/** Everything that was received with one event, over the log. */
export function EventDetailPanel({
  id,
  subject,
  opener,
  onNewer,
  onOlder,
  onOpen,
  onAbout,
  onClose,
}: EventDetailProps) {
  const { COMMON } = useWords(englishCommon);
  const { EVENTS } = useWords(englishEvents);
  const { store, session } = useStore();
  const { data, error, isLoading, mutate } = useEvent(store, id);
  const event = error === undefined ? data : undefined;
  const isGone = isProblem(error, PROBLEM_CODES.notFound);
  return (
    <Drawer
      onClose={onClose}
      opener={opener}
      subject={subject}
      title={isGone ? EVENTS.gone : (event?.summary ?? EVENTS.loadingEvent)}
      tools={
        <>
          <Button
            disabled={!onNewer}
            iconOnly={<ChevronLeftIcon title={EVENTS.newerEvent} />}
            onClick={() => onNewer?.()}
            variant="subtle"
          />
          <Button
            disabled={!onOlder}
            iconOnly={<ChevronRightIcon title={EVENTS.olderEvent} />}
            onClick={() => onOlder?.()}
            variant="subtle"
          />
        </>
      }
    >
      {isGone && (
        <StatusMessage
          actions={
            <Button onClick={onClose} variant="secondary">
              {EVENTS.viewAll}
            </Button>
          }
          message={EVENTS.goneText(session?.eventRetentionDays)}
          variant="404"
        />
      )}
      {error !== undefined && !isGone && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void mutate() }]}
          messages={[{ text: EVENTS.eventSlow }]}
          type="error"
        />
      )}
      {!event && error === undefined && (
        <div aria-busy>
          <Placeholder $height="120px" /> <Placeholder $height="240px" />
        </div>
      )}
      {event && (
        <div aria-busy={isLoading}>
          <EventSections event={event} onAbout={onAbout} onOpen={onOpen} />
        </div>
      )}
    </Drawer>
  );
}
