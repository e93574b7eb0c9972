"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import styled from "styled-components";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RowMenu } from "#components/ui/overlay/row-menu.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath, toQuery } from "#lib/client/paths.ts";
import { rowLinkId } from "./event-cell.tsx";
import { isIncluded, needsAttention, type WebhookRow } from "./rows.ts";
import { useWebhooks } from "./webhooks-context.tsx";

const Buttons = styled.div`
  display: flex;
  gap: 4px;
  justify-content: flex-end;
  white-space: nowrap;
`;

/** The repair where one is needed, and a menu with everything else that can be done with an event type. */
export function ActionCell(row: WebhookRow) {
  const { remedyLabel } = useWords(englishVerdicts);
  const { COMMON } = useWords(englishCommon);
  const { isLocked, remedy } = useWebhooks();
  const { id, title, view, pending } = row;
  const kind = view?.health.remedy ?? null;
  // That the app has to be accepted again is said once for all of them, above.
  const mends =
    kind !== null && kind !== "reopen_app" && (needsAttention(row) || view?.health.verdict === "unknown");
  const wasPressed = useRef(false);
  // The button goes away with what it repaired; focus stays in the row.
  useEffect(() => {
    if (mends || !wasPressed.current) return;
    wasPressed.current = false;
    if (document.activeElement === document.body) document.getElementById(rowLinkId(id))?.focus();
  }, [id, mends]);
  if (!view) return <Placeholder $height="36px" $width="36px" />;
  const label = kind === null ? "" : remedyLabel(kind, view.health.verdict);
  return (
    <Buttons>
      {mends && (
        <Button
          aria-label={COMMON.actionOn(label, title)}
          disabled={isLocked}
          onClick={() => {
            if (pending !== undefined) return;
            wasPressed.current = true;
            remedy(row);
          }}
          variant="secondary"
        >
          {label}
        </Button>
      )}
      <TypeMenu {...row} />
    </Buttons>
  );
}

function TypeMenu(row: WebhookRow) {
  const { COMMON } = useWords(englishCommon);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { isLocked, testEvent, toggle } = useWebhooks();
  const { store } = useStore();
  const showsTechnicalDetails = useTechnicalDetails();
  const router = useRouter();
  const toast = useToast();
  const { id, title, entry, view, pending } = row;
  const isWanted = view?.wanted === true;
  const copy = async () => {
    const { copyText } = await import("#components/ui/json/copy.ts");
    const outcome = await copyText(id, document.getElementById(rowLinkId(id)));
    toast({ type: "info", subject: id, text: outcome === "copied" ? COMMON.copied : COMMON.copyByHand });
  };
  const turn = {
    id: "turn",
    label: isWanted ? WEBHOOKS.turnOff : WEBHOOKS.turnOn,
    isDisabled: isLocked,
    onChoose: () => pending === undefined && toggle(row, !isWanted),
  };
  const test = { id: "test", label: WEBHOOKS.sendTest, onChoose: () => testEvent(row) };
  return (
    <RowMenu
      items={[
        ...(isIncluded(row) ? [] : [turn]),
        {
          id: "events",
          label: WEBHOOKS.viewEvents,
          onChoose: () => router.push(`${pagePath(store, "events")}${toQuery({ scope: id })}`),
        },
        ...(entry ? [test] : []),
        ...(showsTechnicalDetails
          ? [{ id: "copy", label: WEBHOOKS.copyScope, onChoose: () => void copy() }]
          : []),
      ]}
      name={WEBHOOKS.moreFor(title)}
    />
  );
}
