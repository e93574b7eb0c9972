"use client";

import { Chip, Search } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { memo, useState } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { EventPicker } from "#components/ui/event-picker.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { useLocale } from "#components/ui/locale.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { useShortcut } from "#components/ui/use-shortcut.ts";
import { EVENTS, shortMoment } from "#components/words/events.ts";
import { resourceLabel, titleOf } from "#lib/catalogue/words.ts";
import { hasFilters, NO_FILTERS, TIME_RANGES, type EventFilters } from "#lib/client/event-address.ts";
import { EVENT_STATUSES } from "#lib/contract/closed-sets.ts";
import { PICKER_GROUPS } from "./event-types.ts";
import { Line } from "./parts.tsx";

const CustomRange = dynamic(() => import("./custom-range.tsx").then((module) => module.CustomRange));

const SEARCH_ID = "find-events";

const Choices = styled.div`
  margin-top: 8px;
  display: flex;
  flex-wrap: wrap;
  gap: 12px;
  > div {
    flex: 0 1 220px;
    min-width: 160px;
  }
`;

const RESULTS = [
  { label: EVENTS.results.all, value: "all" },
  ...EVENT_STATUSES.map((status) => ({ label: EVENTS.results[status], value: status })),
];
const TIMES = TIME_RANGES.map((range) => ({ label: EVENTS.times[range], value: range }));

interface EventFiltersProps {
  filters: EventFilters;
  onChange: (change: Partial<EventFilters>) => void;
}

/** What is looked for in the log. "/" comes to the search box. */
export const EventFilterPanel = memo(function EventFilterPanel({ filters, onChange }: EventFiltersProps) {
  useShortcut("/", () => document.getElementById(SEARCH_ID)?.focus());
  return (
    <Panel title={EVENTS.filters}>
      <SearchBox onSearch={(search) => onChange({ search })} search={filters.search} />
      <Choices>
        <EventPicker
          groups={PICKER_GROUPS}
          label={EVENTS.eventTypes(filters.scopes.length)}
          nothingFound={EVENTS.noTypes}
          onChange={(scopes) => onChange({ scopes })}
          title={EVENTS.chooseTypes}
          value={filters.scopes}
        />
        <div>
          <Choice
            label={EVENTS.result}
            onChange={(value) =>
              onChange({ status: EVENT_STATUSES.find((status) => status === value) ?? null })
            }
            options={RESULTS}
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
            options={TIMES}
            value={filters.time}
          />
        </div>
      </Choices>
      {filters.time === "custom" && (
        <CustomRange from={filters.from} onApply={(from, to) => onChange({ from, to })} to={filters.to} />
      )}
      <ActiveFilters filters={filters} onChange={onChange} />
    </Panel>
  );
});

function SearchBox({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [text, setText] = useState(search);
  const [applied, setApplied] = useState(search);
  // Going back, or clearing, changes the search without typing.
  if (applied !== search) {
    setApplied(search);
    setText(search);
  }
  return (
    <Search
      aria-label={EVENTS.search}
      id={SEARCH_ID}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onSubmit={() => onSearch(text.trim())}
      placeholder={EVENTS.placeholder}
      value={text}
    />
  );
}

function ActiveFilters({ filters, onChange }: EventFiltersProps) {
  const locale = useLocale();
  const { search, scopes, status, resource, time, from, to } = filters;
  if (!hasFilters(filters)) return null;
  const [type = "", ...id] = resource?.split(":") ?? [];
  const range =
    time === "custom"
      ? [from, to].map((edge) => (edge === null ? "…" : shortMoment(edge, locale))).join(" – ")
      : EVENTS.times[time];
  // The chip that was removed held focus; it must not fall to the body.
  const remove = (change: Partial<EventFilters>) => () => {
    onChange(change);
    focusMain();
  };
  const chips = [
    ...(search === "" ? [] : [{ label: EVENTS.searchChip(search), onDelete: remove({ search: "" }) }]),
    ...scopes.map((scope) => ({
      label: titleOf(scope),
      onDelete: remove({ scopes: scopes.filter((kept) => kept !== scope) }),
    })),
    ...(status === null ? [] : [{ label: EVENTS.results[status], onDelete: remove({ status: null }) }]),
    ...(resource === null
      ? []
      : [{ label: resourceLabel({ type, id: id.join(":") }), onDelete: remove({ resource: null }) }]),
    ...(time === NO_FILTERS.time
      ? []
      : [{ label: range, onDelete: remove({ time: NO_FILTERS.time, from: null, to: null }) }]),
  ];
  return (
    <Line aria-label={EVENTS.active} role="group" style={{ marginTop: 12 }}>
      {chips.map((chip) => (
        <Chip key={chip.label} label={chip.label} margin="none" onDelete={chip.onDelete} />
      ))}
      <Button onClick={remove(NO_FILTERS)} variant="subtle">
        {EVENTS.clear}
      </Button>
    </Line>
  );
}
