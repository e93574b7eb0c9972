"use client";

import { StatusMessage } from "@bigcommerce/big-design";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { useNow } from "#components/ui/use-now.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { relativeTime } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath } from "#lib/client/paths.ts";
import { useNewestEvent } from "#lib/client/api/use-newest-event.ts";
import { useSubscriptions } from "#lib/client/api/use-subscriptions.ts";

/** Why there is no event to show: the filters, a store that wants none, or nothing has happened yet. */
export function EmptyLog({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return isFiltered ? <NoMatch onClear={onClear} /> : <EmptyStore />;
}

function NoMatch({ onClear }: { onClear: () => void }) {
  const { EVENTS } = useWords(englishEvents);
  const { store } = useStore();
  const locale = useLocale();
  const now = useNow();
  const newest = useNewestEvent(store, true);
  const at = newest?.occurredAt;
  const isFilteredOut = at !== undefined && now !== null;
  return (
    <StatusMessage
      actions={
        <Button onClick={onClear} variant="secondary">
          {EVENTS.clear}
        </Button>
      }
      heading={EVENTS.emptyFiltered}
      message={isFilteredOut ? EVENTS.filteredOut(relativeTime(at, now, locale)) : EVENTS.emptyFilteredText}
      variant="search"
    />
  );
}

function EmptyStore() {
  const { EVENTS } = useWords(englishEvents);
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
