"use client";

import dynamic from "next/dynamic";
import { memo } from "react";
import styled from "styled-components";
import { Choice } from "#components/ui/form/choice.tsx";
import { SearchField } from "#components/ui/form/search-field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useShortcut } from "#components/shell/use-shortcut.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { hasFilters, type EventFilters } from "#lib/client/log/event-address.ts";
import { TIME_RANGES } from "#lib/contract/values/time-ranges.ts";
import { EVENT_GROUPS, EVENT_STATUSES, PROOFS } from "#lib/contract/values/events.ts";

// The names of the event types are large, so the log is shown before they are there.
const TypePicker = dynamic(() => import("./type-picker.tsx").then((module) => module.TypePicker), {
  loading: () => <Placeholder $height="36px" $width="160px" />,
  ssr: false,
});
const SearchHelp = dynamic(() => import("./search-help.tsx").then((module) => module.SearchHelp), {
  loading: () => <Placeholder $height="32px" $width="120px" />,
  ssr: false,
});
const ViewsButton = dynamic(() => import("./views-button.tsx").then((module) => module.ViewsButton), {
  loading: () => <Placeholder $height="36px" $width="130px" />,
  ssr: false,
});
const ActiveFilters = dynamic(() => import("./active-filters.tsx").then((module) => module.ActiveFilters));
const CustomRange = dynamic(() => import("./custom-range.tsx").then((module) => module.CustomRange));

const SEARCH_ID = "find-events";

const Choices = styled.div`
  margin-top: 8px;
  display: flex;
  flex-wrap: wrap;
  gap: 12px;
  > div {
    flex: 0 1 150px;
    min-width: 130px;
  }
`;

/** The choices of a filter, "all" first. */
const choices = <Value extends string>(words: Record<Value | "all", string>, values: readonly Value[]) =>
  (["all", ...values] as const).map((value) => ({ label: words[value], value }));

interface EventFiltersProps {
  filters: EventFilters;
  onChange: (change: Partial<EventFilters>) => void;
}

/** What is looked for in the log. "/" comes to the search box. */
export const EventFilterPanel = memo(function EventFilterPanel({ filters, onChange }: EventFiltersProps) {
  const { EVENTS } = useWords(englishEvents);
  useShortcut("/", () => document.getElementById(SEARCH_ID)?.focus());
  return (
    <Panel title={EVENTS.filters}>
      <SearchField
        id={SEARCH_ID}
        label={EVENTS.search}
        maxLength={200}
        onSubmit={(search) => onChange({ search })}
        placeholder={EVENTS.placeholder}
        value={filters.search}
      />
      <SearchHelp />
      <Choices>
        <TypePicker onChange={(scopes) => onChange({ scopes })} scopes={filters.scopes} />
        <div>
          <Choice
            label={EVENTS.group}
            onChange={(value) => onChange({ group: EVENT_GROUPS.find((group) => group === value) ?? null })}
            options={choices(EVENTS.groups, EVENT_GROUPS)}
            value={filters.group ?? "all"}
          />
        </div>
        <div>
          <Choice
            label={EVENTS.proofFilter}
            onChange={(value) => onChange({ proof: PROOFS.find((proof) => proof === value) ?? null })}
            options={choices(EVENTS.proofs, PROOFS)}
            value={filters.proof ?? "all"}
          />
        </div>
        <div>
          <Choice
            label={EVENTS.result}
            onChange={(value) =>
              onChange({ status: EVENT_STATUSES.find((status) => status === value) ?? null })
            }
            options={choices(EVENTS.results, EVENT_STATUSES)}
            value={filters.status ?? "all"}
          />
        </div>
        <div>
          <Choice
            label={EVENTS.time}
            onChange={(value) => {
              const time = TIME_RANGES.find((range) => range === value);
              if (time) onChange({ time, from: null, to: null });
            }}
            options={TIME_RANGES.map((range) => ({ label: EVENTS.times[range], value: range }))}
            value={filters.time}
          />
        </div>
        <ViewsButton filters={filters} onShow={onChange} />
      </Choices>
      {filters.time === "custom" && (
        <CustomRange from={filters.from} onApply={(from, to) => onChange({ from, to })} to={filters.to} />
      )}
      {hasFilters(filters) && <ActiveFilters filters={filters} onChange={onChange} />}
    </Panel>
  );
});
