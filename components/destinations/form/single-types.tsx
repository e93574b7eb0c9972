"use client";

import { useMemo } from "react";
import { pickerGroups } from "#components/events/filters/event-types.ts";
import { EventPicker } from "#components/ui/overlay/event-picker.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";

interface Props {
  types: readonly string[];
  onChange: (types: string[]) => void;
}

/** Event types one by one. In a file of its own, because it brings the names of all of them. */
export function SingleTypes({ types, onChange }: Props) {
  const { FORM } = useWords(englishForm);
  const catalogue = useWords(englishCatalogue);
  const groups = useMemo(() => pickerGroups(catalogue), [catalogue]);
  return (
    <EventPicker
      groups={groups}
      label={FORM.single(types.length)}
      nothingFound={FORM.noTypes}
      onChange={onChange}
      title={FORM.chooseTypes}
      value={types}
    />
  );
}
