"use client";

import { StatusMessage } from "@bigcommerce/big-design";
import { TestEventButton } from "#components/test-event/test-event-button.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath } from "#lib/client/paths.ts";

/** In place of the chart: nothing came yet, or nothing is turned on that could. */
export function NoEvents({ store, isNothingOn }: { store: string; isNothingOn: boolean }) {
  const { OVERVIEW } = useWords(englishOverview);
  if (!isNothingOn) {
    return (
      <StatusMessage
        actions={<TestEventButton />}
        heading={OVERVIEW.emptyTitle}
        message={OVERVIEW.emptyText}
        variant="info"
      />
    );
  }
  return (
    <StatusMessage
      actions={<ButtonLink href={pagePath(store, "webhooks")}>{OVERVIEW.chooseEvents}</ButtonLink>}
      heading={OVERVIEW.nothingOn}
      message={OVERVIEW.nothingOnText}
      variant="info"
    />
  );
}
