"use client";

import { StatusMessage } from "@bigcommerce/big-design";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { EVENTS } from "#components/words/events.ts";
import { pagePath } from "#lib/client/paths.ts";
import { useSubscriptions } from "#lib/client/use-subscriptions.ts";

/** Why there is no event to show: the filters, a store that wants none, or nothing has happened yet. */
export function EmptyLog({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) return <EmptyStore />;
  return (
    <StatusMessage
      actions={
        <Button onClick={onClear} variant="secondary">
          {EVENTS.clear}
        </Button>
      }
      heading={EVENTS.emptyFiltered}
      message={EVENTS.emptyFilteredText}
      variant="search"
    />
  );
}

function EmptyStore() {
  const { store } = useStore();
  const { list } = useSubscriptions(store);
  const isNothingOn = list?.groups.every(({ events }) => events.every(({ wanted }) => !wanted)) ?? false;
  if (!isNothingOn)
    return <StatusMessage heading={EVENTS.emptyTitle} message={EVENTS.emptyText} variant="info" />;
  return (
    <StatusMessage
      actions={<ButtonLink href={pagePath(store, "webhooks")}>{EVENTS.chooseEvents}</ButtonLink>}
      heading={EVENTS.nothingOn}
      message={EVENTS.nothingOnText}
      variant="info"
    />
  );
}
