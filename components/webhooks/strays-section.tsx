"use client";

import { Badge } from "@bigcommerce/big-design";
import { createContext, useContext } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/button.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { RowMenu } from "#components/ui/row-menu.tsx";
import { UNMANAGED_BADGE } from "#components/words/verdicts.ts";
import { WEBHOOKS } from "#components/words/webhooks.ts";
import { titleOf } from "#lib/catalogue/words.ts";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { Scope } from "./columns.tsx";
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

function StrayName({ scope, destination }: StrayRow) {
  return (
    <>
      {titleOf(scope)}
      <Scope>{scope}</Scope>
      <Scope>{destination}</Scope>
    </>
  );
}

function StrayState() {
  return <Badge label={UNMANAGED_BADGE.label} variant={UNMANAGED_BADGE.variant} />;
}

function StrayButtons(stray: StrayRow) {
  const { manage, remove } = useContext(StrayContext);
  const { isLocked } = useWebhooks();
  const title = titleOf(stray.scope);
  return (
    <Buttons>
      <Button
        aria-label={`${WEBHOOKS.manage} ${title}`}
        disabled={isLocked}
        onClick={() => manage(stray)}
        variant="secondary"
      >
        {WEBHOOKS.manage}
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

const COLUMNS: Column<StrayRow>[] = [
  { hash: "event", header: WEBHOOKS.columns.event, render: StrayName },
  {
    hash: "state",
    header: WEBHOOKS.columns.state,
    render: StrayState,
    width: 120,
    showFrom: "tablet",
  },
  {
    align: "right",
    hash: "action",
    header: WEBHOOKS.columns.action,
    hideHeader: true,
    render: StrayButtons,
    width: 150,
  },
];

/** Hooks that exist at BigCommerce and that nobody turned on here. */
export function StraysSection({ strays, ...actions }: { strays: StrayRow[] } & StrayActions) {
  return (
    <GroupCard>
      <GroupHead>
        <h2>{WEBHOOKS.unmanaged}</h2>
        <span>{WEBHOOKS.unmanagedText}</span>
      </GroupHead>
      <StrayContext value={actions}>
        <DataTable columns={COLUMNS} items={strays} name={WEBHOOKS.unmanaged} />
      </StrayContext>
    </GroupCard>
  );
}
