"use client";

import { Badge } from "@bigcommerce/big-design";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { SessionView } from "#lib/contract/session.ts";

/** Which store this is, and what it granted. */
export function StorePanel({ session }: { session: SessionView | undefined }) {
  const { SETTINGS } = useWords(englishSettings);
  if (!session) {
    return (
      <Panel title={SETTINGS.store}>
        <div aria-busy>
          <Placeholder $height="140px" />
        </div>
      </Panel>
    );
  }
  const { store, scopes } = session;
  return (
    <Panel
      action={store.isDemo ? <Badge label={SETTINGS.demo} variant="primary" /> : undefined}
      {...(store.isDemo && { description: SETTINGS.demoText })}
      title={SETTINGS.store}
    >
      <Facts>
        <Fact name={SETTINGS.name}>{store.name ?? SETTINGS.unnamed}</Fact>
        <Fact name={SETTINGS.domain}>{store.domain ?? SETTINGS.unnamed}</Fact>
        <Fact name={SETTINGS.hash}>{store.hash}</Fact>
        {store.timezone !== null && <Fact name={SETTINGS.timezone}>{store.timezone}</Fact>}
        <Fact name={SETTINGS.installed}>
          <RelativeTime iso={store.installedAt} />
        </Fact>
        <Fact name={SETTINGS.permissions}>
          {scopes.length === 0 ? SETTINGS.noPermissions : scopes.join(", ")}
        </Fact>
      </Facts>
    </Panel>
  );
}
