"use client";

import { Checkbox } from "@bigcommerce/big-design";
import { useState } from "react";
import styled from "styled-components";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import type { PlanView } from "#lib/contract/subscriptions.ts";
import { planLines } from "./plan-lines.ts";

const Lines = styled.ul`
  list-style: none;
  margin: 0;
  max-height: 40vh;
  overflow-y: auto;
  padding: 4px;
  position: relative;
`;

interface PlanDialogProps {
  plan: PlanView;
  onCancel: () => void;
  /** With the scopes whose changes were left ticked. */
  onApply: (scopes: string[]) => void;
}

/** What would change at BigCommerce, one line for each event type, all ticked at first. */
export function PlanDialog({ plan, onCancel, onApply }: PlanDialogProps) {
  const { titleOf } = useWords(englishCatalogue);
  const { DETAILS } = useWords(englishWebhookDetails);
  const lines = planLines(plan);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = lines.filter(({ scope }) => !left.has(scope));
  const toggle = (scope: string) => {
    const next = new Set(left);
    if (!next.delete(scope)) next.add(scope);
    setLeft(next);
  };
  return (
    <ConfirmDialog
      confirmLabel={DETAILS.applyChanges(chosen.length)}
      isOpen
      isReady={chosen.length > 0}
      onCancel={onCancel}
      onConfirm={() => onApply(chosen.map(({ scope }) => scope))}
      text={DETAILS.planText}
      title={DETAILS.whatWillChange}
    >
      <Lines aria-label={DETAILS.whatWillChange} tabIndex={0}>
        {lines.map(({ scope, verb, reason }) => (
          <li key={scope}>
            <Checkbox
              checked={!left.has(scope)}
              label={DETAILS.planLine(DETAILS.verbs[verb], titleOf(scope), reason)}
              onChange={() => toggle(scope)}
            />
          </li>
        ))}
      </Lines>
    </ConfirmDialog>
  );
}
