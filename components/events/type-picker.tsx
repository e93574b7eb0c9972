"use client";

import { EventPicker } from "#components/ui/event-picker.tsx";
import { EVENTS } from "#components/words/events.ts";
import { PICKER_GROUPS } from "./event-types.ts";

interface TypePickerProps {
  scopes: readonly string[];
  onChange: (scopes: string[]) => void;
}

/** Which event types the log shows. In a file of its own, because it brings the names of all of them. */
export function TypePicker({ scopes, onChange }: TypePickerProps) {
  return (
    <EventPicker
      groups={PICKER_GROUPS}
      label={EVENTS.eventTypes(scopes.length)}
      nothingFound={EVENTS.noTypes}
      onChange={onChange}
      title={EVENTS.chooseTypes}
      value={scopes}
    />
  );
}
