"use client";

import styled from "styled-components";

export interface Pill<Id extends string> {
  id: Id;
  label: string;
}

interface FilterPillsProps<Id extends string> {
  /** What the row chooses, for assistive technology. */
  name: string;
  pills: readonly Pill<Id>[];
  active: Id | null;
  onChange: (id: Id) => void;
}

const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;

const PillButton = styled.button`
  background: ${({ theme }) => theme.colors.white};
  border: 1px solid ${({ theme }) => theme.colors.secondary30};
  border-radius: 16px;
  color: ${({ theme }) => theme.colors.secondary70};
  cursor: pointer;
  font: inherit;
  font-size: 14px;
  min-height: 32px;
  padding: 0 12px;
  white-space: nowrap;
  &:hover {
    background: ${({ theme }) => theme.colors.secondary10};
  }
  &[aria-pressed="true"] {
    background: ${({ theme }) => theme.colors.primary20};
    border-color: ${({ theme }) => theme.colors.primary40};
    color: ${({ theme }) => theme.colors.primary60};
    font-weight: 600;
  }
`;

/** A row of buttons of which one or none is pressed. The owner decides what a second press means. */
export function FilterPills<Id extends string>({ name, pills, active, onChange }: FilterPillsProps<Id>) {
  return (
    <Row aria-label={name} role="group">
      {pills.map(({ id, label }) => (
        <PillButton key={id} aria-pressed={id === active} onClick={() => onChange(id)} type="button">
          {label}
        </PillButton>
      ))}
    </Row>
  );
}
