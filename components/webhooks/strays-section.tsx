"use client";

import { createContext, useContext } from "react";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { DataTable, type Column } from "#components/ui/table/data-table.tsx";
import { RowMenu } from "#components/ui/overlay/row-menu.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { Scope } from "./event-cell.tsx";
import { GroupCard, GroupHead } from "./group-section.tsx";
import { useWebhooks } from "./webhooks-context.tsx";

export type StrayRow = SubscriptionList["strays"][number];

interface StrayActions {
  manage: (stray: StrayRow) => void;
  remove: (stray: StrayRow) => void;
}

const StrayContext = createContext<StrayActions>({ manage: () => undefined, remove: () => undefined });

const Buttons = styled.div`
  display: flex;
  gap: 4px;
  justify-content: flex-end;
`;

function StrayName({ scope, destination, isOfOthers }: StrayRow) {
  const { titleOf } = useWords(englishCatalogue);
  const { DETAILS } = useWords(englishWebhookDetails);
  return (
    <>
      {titleOf(scope)}
      <Scope>{scope}</Scope>
      <Scope>{destination}</Scope>
      {isOfOthers && <div>{DETAILS.ofOthers}</div>}
    </>
  );
}

function StrayState() {
  const { UNMANAGED_BADGE } = useWords(englishVerdicts);
  return <Badge label={UNMANAGED_BADGE.label} variant={UNMANAGED_BADGE.variant} />;
}

function StrayButtons(stray: StrayRow) {
  const { titleOf } = useWords(englishCatalogue);
  const { COMMON } = useWords(englishCommon);
  const { DETAILS } = useWords(englishWebhookDetails);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { manage, remove } = useContext(StrayContext);
  const { isLocked } = useWebhooks();
  const title = titleOf(stray.scope);
  return (
    <Buttons>
      <Button
        aria-label={COMMON.actionOn(DETAILS.manage, title)}
        disabled={isLocked}
        onClick={() => manage(stray)}
        variant="secondary"
      >
        {DETAILS.manage}
      </Button>
      <RowMenu
        items={[
          {
            id: "remove",
            label: WEBHOOKS.remove,
            isDestructive: true,
            isDisabled: isLocked,
            onChoose: () => remove(stray),
          },
        ]}
        name={`${WEBHOOKS.columns.action}, ${title}`}
      />
    </Buttons>
  );
}

const columnsIn = (words: typeof englishWebhooks.WEBHOOKS): Column<StrayRow>[] => [
  { hash: "event", header: words.columns.event, render: StrayName },
  {
    hash: "state",
    header: words.columns.state,
    render: StrayState,
    width: 120,
    showFrom: "tablet",
  },
  {
    align: "right",
    hash: "action",
    header: words.columns.action,
    hideHeader: true,
    render: StrayButtons,
    width: 150,
  },
];

/** Hooks that exist at BigCommerce and that nobody turned on here. */
export function StraysSection({ strays, ...actions }: { strays: StrayRow[] } & StrayActions) {
  const { DETAILS } = useWords(englishWebhookDetails);
  const { WEBHOOKS } = useWords(englishWebhooks);
  return (
    <GroupCard>
      <GroupHead>
        <h2>{DETAILS.unmanaged}</h2>
        <span>{DETAILS.unmanagedText}</span>
      </GroupHead>
      <StrayContext value={actions}>
        <DataTable columns={columnsIn(WEBHOOKS)} items={strays} name={DETAILS.unmanaged} />
      </StrayContext>
    </GroupCard>
  );
}
