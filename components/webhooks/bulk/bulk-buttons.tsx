"use client";

import { Button } from "#components/ui/form/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { SelectedBar } from "#components/ui/table/selected-bar.tsx";
import { useSelection } from "#components/ui/table/selection.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** The buttons for everything selected. */
export function BulkButtons({ isLocked, onTurn, onFix }: BulkBarProps) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { selected, clear } = useSelection();
  const scopes = [...selected];
  return (
    <SelectedBar aria-label={WEBHOOKS.selected(scopes.length)} role="group">
      <strong>{WEBHOOKS.selected(scopes.length)}</strong>
      <Button disabled={isLocked} onClick={() => onTurn(scopes, true, clear)} variant="secondary">
        {WEBHOOKS.turnOn}
      </Button>
      <Button disabled={isLocked} onClick={() => onTurn(scopes, false, clear)} variant="secondary">
        {WEBHOOKS.turnOff}
      </Button>
      <Button disabled={isLocked} onClick={() => onFix(scopes, clear)} variant="secondary">
        {WEBHOOKS.fix}
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
    </SelectedBar>
  );
}

export interface BulkBarProps {
  isLocked: boolean;
  /** `onDone` is called once it has worked: nothing stays selected that the next button would act on unseen. */
  onTurn: (scopes: string[], wanted: boolean, onDone: () => void) => void;
  onFix: (scopes: string[], onDone: () => void) => void;
}
