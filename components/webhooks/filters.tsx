"use client";

import type { ReactNode } from "react";
import styled from "styled-components";
import { Choice } from "#components/ui/form/choice.tsx";
import { SearchField } from "#components/ui/form/search-field.tsx";
import { FilterPills } from "#components/ui/table/filter-pills.tsx";
import { useShortcut } from "#components/shell/use-shortcut.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { PillId, RowFilter } from "./rows.ts";

const SEARCH_ID = "find-webhooks";

const Card = styled.section`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 1px 6px rgb(49 52 64 / 20%);
  margin-bottom: 16px;
  padding: 16px 16px 12px;
  @media (min-width: 720px) {
    padding: 16px 24px;
  }
`;

const Row = styled.div`
  align-items: start;
  display: flex;
  flex-wrap: wrap;
  gap: 12px 16px;
  justify-content: space-between;
  margin-bottom: 12px;
  > :first-child {
    flex: 1 1 280px;
    min-width: 0;
  }
  > :nth-child(2) {
    flex: 1 1 200px;
    max-width: 320px;
  }
  @media (max-width: 479px) {
    > :nth-child(2) {
      max-width: none;
    }
  }
`;

const ALL = "all";

interface FiltersProps {
  filter: RowFilter;
  /** Undefined while nothing is known. */
  counts: Record<PillId, number> | undefined;
  onChange: (filter: RowFilter) => void;
  /** Stands below, in the same card. */
  children: ReactNode;
}

/** Finds event types by word, state and a few ready questions. Acts as one types; "/" comes here. */
export function Filters({ filter, counts, onChange, children }: FiltersProps) {
  const { INCLUDED_BADGE, VERDICT_BADGES } = useWords(englishVerdicts);
  const { WEBHOOKS } = useWords(englishWebhooks);
  useShortcut("/", () => document.getElementById(SEARCH_ID)?.focus());
  const states = [
    { label: WEBHOOKS.allStates, value: ALL },
    ...Object.entries(VERDICT_BADGES).map(([value, { label }]) => ({ label, value })),
    { label: INCLUDED_BADGE.label, value: "included" },
  ];
  const pills: { id: PillId; label: string }[] = [
    { id: "attention", label: WEBHOOKS.pillAttention(counts?.attention ?? null) },
    { id: "on", label: WEBHOOKS.pillOn(counts?.on ?? null) },
    { id: "off", label: WEBHOOKS.pillOff(counts?.off ?? null) },
    ...(counts && counts.unmanaged > 0
      ? [{ id: "unmanaged" as const, label: WEBHOOKS.pillUnmanaged(counts.unmanaged) }]
      : []),
  ];
  return (
    <Card aria-label={WEBHOOKS.find}>
      <Row>
        <SearchField
          id={SEARCH_ID}
          label={WEBHOOKS.placeholder}
          onType={(text) => onChange({ ...filter, text })}
          placeholder={WEBHOOKS.placeholder}
          value={filter.text}
        />
        <div>
          <Choice
            label={WEBHOOKS.state}
            onChange={(value) => onChange({ ...filter, state: value === ALL ? null : value })}
            options={states}
            value={filter.state ?? ALL}
          />
        </div>
      </Row>
      <FilterPills
        active={filter.pill}
        name={WEBHOOKS.filters}
        onChange={(pill) => onChange({ ...filter, pill: pill === filter.pill ? null : pill })}
        pills={pills}
      />
      {children}
    </Card>
  );
}
