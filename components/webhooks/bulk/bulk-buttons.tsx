"use client";

import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { useSelection } from "#components/ui/table/selection.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const Bar = styled.div`
  align-items: center;
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 2px 12px rgb(49 52 64 / 20%);
  display: flex;
  flex-wrap: wrap;
  gap: 4px 8px;
  padding: 8px 16px;
  pointer-events: auto;
`;

/** The buttons for everything selected. */
export function BulkButtons({ isLocked, onTurn, onReregister }: BulkBarProps) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { selected, clear } = useSelection();
  const scopes = [...selected];
  return (
    <Bar aria-label={WEBHOOKS.selected(scopes.length)} role="group">
      <strong>{WEBHOOKS.selected(scopes.length)}</strong>
      <Button disabled={isLocked} onClick={() => onTurn(scopes, true)} variant="secondary">
        {WEBHOOKS.turnOn}
      </Button>
      <Button disabled={isLocked} onClick={() => onTurn(scopes, false)} variant="secondary">
        {WEBHOOKS.turnOff}
      </Button>
      <Button disabled={isLocked} onClick={() => onReregister(scopes)} variant="secondary">
        {WEBHOOKS.reregister}
      </Button>
      <Button
        onClick={() => {
          clear();
          focusMain();
        }}
        variant="subtle"
      >
        {WEBHOOKS.clearSelection}
      </Button>
    </Bar>
  );
}

export interface BulkBarProps {
  isLocked: boolean;
  onTurn: (scopes: string[], wanted: boolean) => void;
  onReregister: (scopes: string[]) => void;
}
