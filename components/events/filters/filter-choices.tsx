"use client";

import styled from "styled-components";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { Choice } from "#components/ui/form/choice.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinations } from "#lib/client/api/use-destinations.ts";
import type { EventFilters } from "#lib/client/log/event-address.ts";
import { TIME_RANGES } from "#lib/contract/values/time-ranges.ts";
import { EVENT_GROUPS, EVENT_STATUSES, PROOFS } from "#lib/contract/values/events.ts";

interface ChoicesProps {
  filters: EventFilters;
  onChange: (change: Partial<EventFilters>) => void;
}

const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 8px;
`;

/** The choices of a filter, "all" first. */
const choices = <Value extends string>(words: Record<Value | "all", string>, values: readonly Value[]) =>
  (["all", ...values] as const).map((value) => ({ label: words[value], value }));

/** How far back the log is read. */
export function TimeChoice({ filters, onChange }: ChoicesProps) {
  const { EVENTS } = useWords(englishEvents);
  return (
    <Choice
      isFitted
      label={EVENTS.time}
      onChange={(value) => {
        const time = TIME_RANGES.find((range) => range === value);
        if (time) onChange({ time, from: null, to: null });
      }}
      options={TIME_RANGES.map((range) => ({ label: EVENTS.times[range], value: range }))}
      value={filters.time}
    />
  );
}

/** What is looked for less often; how an event was proven and what became of it concern developers. */
export function MoreChoices({ filters, onChange }: ChoicesProps) {
  const { EVENTS } = useWords(englishEvents);
  const isTechnical = useTechnicalDetails();
  const { store } = useStore();
  const { data } = useDestinations(store);
  const hasDestinations = filters.status === "not_sent" || (data?.destinations.length ?? 0) > 0;
  const statuses = EVENT_STATUSES.filter((status) =>
    status === "not_sent" ? hasDestinations : isTechnical || status === filters.status,
  );
  return (
    <Row>
      <Choice
        isFitted
        label={EVENTS.group}
        onChange={(value) => onChange({ group: EVENT_GROUPS.find((group) => group === value) ?? null })}
        options={choices(EVENTS.groups, EVENT_GROUPS)}
        value={filters.group ?? "all"}
      />
      {isTechnical && (
        <Choice
          isFitted
          label={EVENTS.proofFilter}
          onChange={(value) => onChange({ proof: PROOFS.find((proof) => proof === value) ?? null })}
          options={choices(EVENTS.proofs, PROOFS)}
          value={filters.proof ?? "all"}
        />
      )}
      {statuses.length > 0 && (
        <Choice
          isFitted
          label={EVENTS.result}
          onChange={(value) =>
            onChange({ status: EVENT_STATUSES.find((status) => status === value) ?? null })
          }
          options={choices(EVENTS.results, statuses)}
          value={filters.status ?? "all"}
        />
      )}
    </Row>
  );
}
