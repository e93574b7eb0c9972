"use client";

import { Badge } from "#components/ui/badge.tsx";
import { useTechnicalDetails } from "#components/shell/store-context.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { SessionView } from "#lib/contract/session.ts";

/** Which store this is. */
export function StorePanel({ session }: { session: SessionView | undefined }) {
  const { SETTINGS } = useWords(englishSettings);
  const isTechnical = useTechnicalDetails();
  if (!session) {
    return (
      <Panel title={SETTINGS.store}>
        <div aria-busy>
          <Placeholder $height="140px" />
        </div>
      </Panel>
    );
  }
  const { store } = session;
  return (
    <Panel
      action={store.isDemo ? <Badge label={SETTINGS.demo} variant="primary" /> : undefined}
      {...(store.isDemo && { description: SETTINGS.demoText })}
      title={SETTINGS.store}
    >
      <Facts>
        <Fact name={SETTINGS.name}>{store.name ?? SETTINGS.unnamed}</Fact>
        <Fact name={SETTINGS.domain}>{store.domain ?? SETTINGS.unnamed}</Fact>
        {isTechnical && <Fact name={SETTINGS.hash}>{store.hash}</Fact>}
        {store.timezone !== null && <Fact name={SETTINGS.timezone}>{store.timezone}</Fact>}
        <Fact name={SETTINGS.installed}>
          <RelativeTime iso={store.installedAt} />
        </Fact>
      </Facts>
    </Panel>
  );
}
