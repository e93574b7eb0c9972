"use client";

import styled from "styled-components";
import { Button } from "#components/ui/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { useSelection } from "#components/ui/selection.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishWebhooks from "#components/words/en/webhooks.ts";
import { useWords } from "#components/words/use-words.ts";

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

/** Holds what stands at the lower edge of the list for as long as the list goes on below. */
export const Foot = styled.div`
  bottom: 8px;
  display: grid;
  gap: 8px;
  grid-template-columns: minmax(0, 1fr);
  pointer-events: none;
  position: sticky;
  z-index: 5;
  > :last-child {
    margin-bottom: 16px;
  }
`;

interface BulkBarProps {
  isLocked: boolean;
  onTurn: (scopes: string[], wanted: boolean) => void;
  onReregister: (scopes: string[]) => void;
}

/** What can be done with everything selected; announces how much that is. */
export function BulkBar({ isLocked, onTurn, onReregister }: BulkBarProps) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { selected, clear } = useSelection();
  const scopes = [...selected];
  return (
    <>
      {/* Always there, or the first announcement of a new region would be missed. */}
      <div style={{ position: "relative" }}>
        <VisuallyHidden role="status">
          {scopes.length > 0 ? WEBHOOKS.selected(scopes.length) : ""}
        </VisuallyHidden>
      </div>
      {scopes.length > 0 && (
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
      )}
    </>
  );
}
