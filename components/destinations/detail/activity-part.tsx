"use client";

import { HistoryList } from "#components/audit/history-list.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";

/** Who changed what of a destination. */
export function ActivityPart({ destination: { id } }: { destination: DestinationView }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store } = useStore();
  return (
    <Panel title={DESTINATIONS.activity}>
      <HistoryList filter={{ destination: id }} store={store} />
    </Panel>
  );
}
