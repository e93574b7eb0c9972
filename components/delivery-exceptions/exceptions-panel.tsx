"use client";

import { Panel } from "#components/ui/panel.tsx";
import * as englishExceptions from "#lib/messages/en/exceptions.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ExceptionNotes } from "./exception-notes.tsx";

/** What BigCommerce told of failed deliveries in this store; nothing where it told nothing. */
export function ExceptionsPanel({ store }: { store: string }) {
  const { EXCEPTIONS } = useWords(englishExceptions);
  return (
    <ExceptionNotes
      renderNotes={(notes) => (
        <Panel description={EXCEPTIONS.text} title={EXCEPTIONS.title}>
          {notes}
        </Panel>
      )}
      scope={null}
      store={store}
    />
  );
}
