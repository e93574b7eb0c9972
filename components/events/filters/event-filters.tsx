"use client";

import dynamic from "next/dynamic";
import { memo, useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { SearchField } from "#components/ui/form/search-field.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useShortcut } from "#components/shell/use-shortcut.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { hasFilters, NO_FILTERS, type EventFilters } from "#lib/client/log/event-address.ts";
import { TimeChoice } from "./filter-choices.tsx";

// The names of the event types are large, so the log is shown before they are there.
const TypePicker = dynamic(() => import("./type-picker.tsx").then((module) => module.TypePicker), {
  loading: () => <Placeholder $height="36px" $width="160px" />,
  ssr: false,
});
const SearchHelp = dynamic(() => import("./search-help.tsx").then((module) => module.SearchHelp));
const MoreChoices = dynamic(() => import("./filter-choices.tsx").then((module) => module.MoreChoices));
const FilterSheet = dynamic(() => import("./filter-sheet.tsx").then((module) => module.FilterSheet));
const ActiveFilters = dynamic(() => import("./active-filters.tsx").then((module) => module.ActiveFilters));
const CustomRange = dynamic(() => import("./custom-range.tsx").then((module) => module.CustomRange));

const SEARCH_ID = "find-events";
const SHEET_BUTTON_ID = "events-filters";

const Bar = styled.div`
  align-items: start;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  .search {
    flex: 1 1 130px;
    min-width: 120px;
    position: relative;
  }
  // Enter finds: a button for it would take the room of a filter.
  .search button {
    display: none;
  }
  .search:has(input:not(:placeholder-shown)) section {
    display: none;
  }
`;

/** One of the two is there, by the width of the frame: chosen by the style sheet, so that nothing jumps once it is known. */
const Wide = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  @media (max-width: 719px) {
    display: none;
  }
`;
const Narrow = styled.div`
  @media (min-width: 720px) {
    display: none;
  }
`;

interface EventFiltersProps {
  filters: EventFilters;
  onChange: (change: Partial<EventFilters>) => void;
  /** Stands at the end of the row. */
  children: ReactNode;
}

/** What is looked for in the log, in one row. "/" comes to the search box. */
export const EventFilterBar = memo(function EventFilterBar({
  filters,
  onChange,
  children,
}: EventFiltersProps) {
  const { EVENTS } = useWords(englishEvents);
  const [isMore, setIsMore] = useState(false);
  const [isSheet, setIsSheet] = useState(false);
  const { box, isFinding, stopFinding } = useFinding();
  useShortcut("/", () => document.getElementById(SEARCH_ID)?.focus());
  const { group, status, proof, scopes, time } = filters;
  const more = [group, status, proof].filter((one) => one !== null).length;
  const all = more + (scopes.length > 0 ? 1 : 0) + (time === NO_FILTERS.time ? 0 : 1);
  return (
    <div>
      <Bar>
        <div ref={box} className="search">
          <SearchField
            id={SEARCH_ID}
            label={EVENTS.search}
            maxLength={200}
            onSubmit={(search) => onChange({ search })}
            placeholder={EVENTS.placeholder}
            value={filters.search}
          />
          {isFinding && filters.search === "" && <SearchHelp onClose={stopFinding} />}
        </div>
        <Wide>
          <TypePicker onChange={(chosen) => onChange({ scopes: chosen })} scopes={scopes} />
          <TimeChoice filters={filters} onChange={onChange} />
          <Button aria-expanded={isMore} onClick={() => setIsMore(!isMore)} variant="secondary">
            {EVENTS.moreFilters(more)}
          </Button>
        </Wide>
        <Narrow>
          <Button
            aria-haspopup="dialog"
            id={SHEET_BUTTON_ID}
            onClick={() => setIsSheet(true)}
            variant="secondary"
          >
            {EVENTS.filtersButton(all)}
          </Button>
        </Narrow>
        {children}
      </Bar>
      <Wide>
        {isMore && <MoreChoices filters={filters} onChange={onChange} />}
        {time === "custom" && (
          <CustomRange from={filters.from} onApply={(from, to) => onChange({ from, to })} to={filters.to} />
        )}
      </Wide>
      {hasFilters(filters) && <ActiveFilters filters={filters} onChange={onChange} />}
      {isSheet && (
        <FilterSheet
          filters={filters}
          onChange={onChange}
          onClose={() => setIsSheet(false)}
          opener={SHEET_BUTTON_ID}
        />
      )}
    </div>
  );
});

/** Whether the search field has focus, for what is told meanwhile. */
function useFinding() {
  const box = useRef<HTMLDivElement>(null);
  const [isFinding, setIsFinding] = useState(false);
  useEffect(() => {
    const element = box.current;
    const note = ({ type, target }: FocusEvent) =>
      setIsFinding(type === "focusin" && target instanceof Element && target.id === SEARCH_ID);
    element?.addEventListener("focusin", note);
    element?.addEventListener("focusout", note);
    return () => {
      element?.removeEventListener("focusin", note);
      element?.removeEventListener("focusout", note);
    };
  }, []);
  return { box, isFinding, stopFinding: useCallback(() => setIsFinding(false), []) };
}
