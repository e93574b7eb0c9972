"use client";

import { StatusMessage } from "@bigcommerce/big-design";
import { useStore } from "#components/shell/store-context.tsx";
import { TestEventButton } from "#components/test-event/test-event-button.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { useNow } from "#components/ui/use-now.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import * as englishSearch from "#lib/messages/en/search.ts";
import { relativeTime } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { SearchHint } from "#lib/contract/events.ts";
import { pagePath } from "#lib/client/paths.ts";
import { useNewestEvent } from "#lib/client/api/use-newest-event.ts";
import { useSubscriptions } from "#lib/client/api/use-subscriptions.ts";

/** Why there is no event to show: the filters, a store that wants none, or nothing has happened yet. */
export function EmptyLog({ isFiltered, hint, onClear }: NoMatchProps & { isFiltered: boolean }) {
  return isFiltered ? <NoMatch hint={hint} onClear={onClear} /> : <EmptyStore />;
}

interface NoMatchProps {
  /** What a term of the search that nobody knows could be; null when all are known. */
  hint: SearchHint | null;
  onClear: () => void;
}

function NoMatch({ hint, onClear }: NoMatchProps) {
  const { COMMON } = useWords(englishCommon);
  const { EVENTS } = useWords(englishEvents);
  const { searchHint } = useWords(englishSearch);
  const { store } = useStore();
  const locale = useLocale();
  const now = useNow();
  const newest = useNewestEvent(store, true);
  const at = newest?.occurredAt;
  const why =
    at !== undefined && now !== null
      ? EVENTS.filteredOut(relativeTime(at, now, locale, COMMON.justNow))
      : EVENTS.emptyFilteredText;
  return (
    <StatusMessage
      actions={
        <Button onClick={onClear} variant="secondary">
          {EVENTS.clear}
        </Button>
      }
      heading={EVENTS.emptyFiltered}
      message={hint ? searchHint(hint.key, hint.values) : why}
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
    return (
      <StatusMessage
        actions={<TestEventButton />}
        heading={EVENTS.emptyTitle}
        message={EVENTS.emptyText}
        variant="info"
      />
    );
  return (
    <StatusMessage
      actions={<ButtonLink href={pagePath(store, "webhooks")}>{EVENTS.chooseEvents}</ButtonLink>}
      heading={EVENTS.nothingOn}
      message={EVENTS.nothingOnText}
      variant="info"
    />
  );
}
