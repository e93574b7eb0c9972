"use client";

import { useMemo } from "react";
import { EventPicker } from "#components/ui/overlay/event-picker.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pickerGroups } from "./event-types.ts";

interface TypePickerProps {
  scopes: readonly string[];
  onChange: (scopes: string[]) => void;
}

/** Which event types the log shows. In a file of its own, because it brings the names of all of them. */
export function TypePicker({ scopes, onChange }: TypePickerProps) {
  const { EVENTS } = useWords(englishEvents);
  const catalogue = useWords(englishCatalogue);
  const groups = useMemo(() => pickerGroups(catalogue), [catalogue]);
  return (
    <EventPicker
      groups={groups}
      label={EVENTS.eventTypes(scopes.length)}
      nothingFound={EVENTS.noTypes}
      onChange={onChange}
      title={EVENTS.chooseTypes}
      value={scopes}
    />
  );
}
