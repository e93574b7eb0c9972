"use client";

import { CopyButton } from "#components/ui/json/copy-button.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { curlOf, fixtureOf, jsonOf } from "#lib/client/log/event-copies.ts";
import type { EventDetail } from "#lib/contract/events.ts";
import { Aside, Line } from "#components/events/parts.tsx";

const FORMS = [
  { id: "json", textOf: jsonOf },
  { id: "curl", textOf: curlOf },
  { id: "fixture", textOf: fixtureOf },
] as const;

/** An event for somewhere else: a report, a shell, a test. */
export function CopyActions({ event }: { event: EventDetail }) {
  const { EVENTS } = useWords(englishEvents);
  return (
    <>
      <Line aria-label={EVENTS.copyEvent} role="group">
        {FORMS.map(({ id, textOf }) => (
          <CopyButton
            key={id}
            label={EVENTS.copyAs[id]}
            name={EVENTS.copyAsNames[id]}
            text={textOf(event)}
            variant="secondary"
          />
        ))}
      </Line>
      <Aside>{EVENTS.copyHint}</Aside>
    </>
  );
}
