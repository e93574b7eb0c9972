"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { EventFilters } from "#lib/client/log/event-address.ts";
import type { useEvents } from "#lib/client/log/use-events.ts";
import { isProblem } from "#lib/client/fetcher/request.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";

interface ListTroublesProps {
  log: ReturnType<typeof useEvents>;
  filter: (change: Partial<EventFilters>) => void;
}

/** Why the list is not there, or not as new as it could be, and the way on. */
export function ListTroubles({ log, filter }: ListTroublesProps) {
  const { COMMON } = useWords(englishCommon);
  const { EVENTS } = useWords(englishEvents);
  if (log.error === undefined) return null;
  if (isProblem(log.error, PROBLEM_CODES.searchTimedOut)) {
    return (
      <InlineMessage
        actions={[
          { text: EVENTS.times["24h"], onClick: () => filter({ time: "24h", from: null, to: null }) },
        ]}
        header={EVENTS.timedOut}
        marginBottom="small"
        marginTop="small"
        messages={[{ text: EVENTS.timedOutText }]}
        type="warning"
      />
    );
  }
  return (
    <InlineMessage
      actions={[{ text: COMMON.tryAgain, onClick: () => void log.retry() }]}
      marginBottom="small"
      marginTop="small"
      messages={[{ text: log.page ? EVENTS.slow : EVENTS.unreadable }]}
      type="warning"
    />
  );
}
