"use client";

import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RowMenu } from "#components/ui/overlay/row-menu.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { needsAttention, type WebhookRow } from "./rows.ts";
import { useWebhooks } from "./webhooks-context.tsx";

const Buttons = styled.div`
  display: flex;
  gap: 4px;
  justify-content: flex-end;
`;

/**
 * The repair where one is needed, the details everywhere else: one button, so that focus outlives the repair. What is done
 * rarely is in a menu beside it.
 */
export function ActionCell(row: WebhookRow) {
  const { remedyLabel } = useWords(englishVerdicts);
  const { COMMON } = useWords(englishCommon);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { isLocked, openDetail, remedy, testEvent } = useWebhooks();
  if (!row.view) return <Placeholder $width="64px" />;
  const { health } = row.view;
  const mends = health.remedy !== null && (needsAttention(row) || health.verdict === "unknown");
  const label =
    mends && health.remedy !== null ? remedyLabel(health.remedy, health.verdict) : WEBHOOKS.details;
  return (
    <Buttons>
      <Button
        aria-label={mends ? COMMON.actionOn(label, row.title) : `${label}, ${row.title}`}
        disabled={mends && isLocked}
        onClick={() => {
          if (!mends) openDetail(row.id);
          else if (row.pending === undefined) remedy(row);
        }}
        variant={mends ? "secondary" : "subtle"}
      >
        {label}
      </Button>
      {row.entry && (
        <RowMenu
          items={[{ id: "test", label: WEBHOOKS.sendTest, onChoose: () => testEvent(row) }]}
          name={WEBHOOKS.moreFor(row.title)}
        />
      )}
    </Buttons>
  );
}
