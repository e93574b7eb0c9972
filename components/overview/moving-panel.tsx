"use client";

import { Meter } from "#components/ui/chart/meter.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Overview } from "#lib/contract/overview.ts";

/** After the app got another address: how many webhooks have followed it, which the rest do by themselves. */
export function MovingPanel({ moving: { here, all } }: { moving: NonNullable<Overview["moving"]> }) {
  const { OVERVIEW } = useWords(englishOverview);
  return (
    <Panel title={OVERVIEW.moving}>
      <Meter done={here} label={OVERVIEW.movingText(here, all)} total={all} />
    </Panel>
  );
}
