"use client";

import { Panel } from "#components/ui/panel.tsx";
import { EXCEPTIONS } from "#components/words/exceptions.ts";
import { ExceptionNotes } from "./exception-notes.tsx";

/** What BigCommerce told of failed deliveries in this store; nothing where it told nothing. */
export function ExceptionsPanel({ store }: { store: string }) {
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
