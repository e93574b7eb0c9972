"use client";

import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { Drawer } from "#components/ui/overlay/drawer.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { NO_FILTERS, type EventFilters } from "#lib/client/log/event-address.ts";
import { CustomRange } from "./custom-range.tsx";
import { MoreChoices, TimeChoice } from "./filter-choices.tsx";
import { TypePicker } from "./type-picker.tsx";

const Stack = styled.div`
  align-items: start;
  display: flex;
  flex-direction: column;
  gap: 8px;
`;

const Foot = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 24px;
`;

interface FilterSheetProps {
  filters: EventFilters;
  onChange: (change: Partial<EventFilters>) => void;
  /** The id of the button that gets focus in the end. */
  opener: string;
  onClose: () => void;
}

/** All filters, where there is no room for them beside the search. Each works at once. */
export function FilterSheet({ filters, onChange, opener, onClose }: FilterSheetProps) {
  const { EVENTS } = useWords(englishEvents);
  return (
    <Drawer onClose={onClose} opener={opener} subject="filters" title={EVENTS.filters}>
      <Stack>
        <TypePicker onChange={(scopes) => onChange({ scopes })} scopes={filters.scopes} />
        <TimeChoice filters={filters} onChange={onChange} />
        {filters.time === "custom" && (
          <CustomRange from={filters.from} onApply={(from, to) => onChange({ from, to })} to={filters.to} />
        )}
        <MoreChoices filters={filters} onChange={onChange} />
      </Stack>
      <Foot>
        <Button onClick={onClose}>{EVENTS.showEvents}</Button>
        <Button onClick={() => onChange({ ...NO_FILTERS, search: filters.search })} variant="subtle">
          {EVENTS.clear}
        </Button>
      </Foot>
    </Drawer>
  );
}
