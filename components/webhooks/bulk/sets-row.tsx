"use client";

import styled from "styled-components";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { PRESETS, type Preset } from "#lib/catalogue/presets.ts";
import { isIncluded, isOn, type RowGroup } from "#components/webhooks/rows.ts";

const Row = styled.div`
  align-items: center;
  border-top: 1px solid ${({ theme }) => theme.colors.secondary30};
  color: ${({ theme }) => theme.colors.secondary60};
  display: flex;
  flex-wrap: wrap;
  font-size: 14px;
  gap: 8px;
  margin-top: 12px;
  padding-top: 12px;
`;

const Chip = styled.button`
  background: ${({ theme }) => theme.colors.white};
  border: 1px solid ${({ theme }) => theme.colors.secondary30};
  border-radius: 16px;
  color: ${({ theme }) => theme.colors.primary};
  cursor: pointer;
  font: inherit;
  min-height: 32px;
  padding: 0 12px;
  text-align: left;
  small {
    color: ${({ theme }) => theme.colors.secondary60};
    font-size: inherit;
    margin-left: 2px;
  }
  &:hover:not(:disabled) {
    background: ${({ theme }) => theme.colors.primary10};
  }
  &:disabled {
    color: ${({ theme }) => theme.colors.secondary60};
    cursor: not-allowed;
  }
`;

/** Sets that are turned on, or off, at once, after a question that names their event types; each says how much of it is on. */
export function SetsRow({
  groups,
  isDisabled,
  onChoose,
}: {
  /** All rows; those without a state yet are counted nowhere. */
  groups: readonly RowGroup[];
  isDisabled: boolean;
  onChoose: (preset: Preset) => void;
}) {
  const { presetWords } = useWords(englishCatalogue);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const rows = groups.flatMap((group) => group.rows);
  const arriving = new Set(rows.filter((row) => isOn(row) || isIncluded(row)).map(({ id }) => id));
  const isKnown = rows.some(({ view }) => view !== undefined);
  return (
    <Row aria-label={WEBHOOKS.presets} role="group">
      <span>{WEBHOOKS.presets}</span>
      {PRESETS.map(presetWords).map((preset) => (
        <Chip key={preset.id} disabled={isDisabled} onClick={() => onChoose(preset)} type="button">
          {preset.title} {/* Not seen, and as wide, before it is known: the chips must not move. */}
          <small style={isKnown ? undefined : { visibility: "hidden" }}>
            {WEBHOOKS.setOnOf(
              preset.scopes.filter((scope) => arriving.has(scope)).length,
              preset.scopes.length,
            )}
          </small>
        </Chip>
      ))}
    </Row>
  );
}
