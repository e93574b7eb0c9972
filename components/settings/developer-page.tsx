"use client";

import { Text } from "@bigcommerce/big-design";
import { useRef } from "react";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useSettings } from "#lib/client/api/use-settings.ts";
import type { SessionView } from "#lib/contract/session.ts";
import { EnrichmentPanel } from "./enrichment-panel.tsx";
import { SecretPanel } from "./secret-panel.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { SlowSettings } from "./slow-settings.tsx";

const Address = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

/** How events come here and are believed, what the app may read, and what it does with it. */
export function DeveloperPage() {
  const { SETTINGS } = useWords(englishSettings);
  const { store, session } = useStore();
  const { data: settings, error, mutate } = useSettings(store);
  const address = useRef<HTMLElement>(null);
  const waiting = <Placeholder $width="160px" />;
  return (
    <SettingsPage page="developer">
      {error !== undefined && <SlowSettings onRetry={() => void mutate()} />}
      {(settings ?? error === undefined) && (
        <>
          <Panel description={SETTINGS.addressText} title={SETTINGS.address}>
            <Address aria-busy={!settings}>
              {settings ? (
                <>
                  <code ref={address}>{settings.destination}</code>
                  <CopyButton
                    name={SETTINGS.copyAddress}
                    source={address}
                    text={settings.destination}
                    variant="secondary"
                  />
                </>
              ) : (
                waiting
              )}
            </Address>
          </Panel>
          <Panel description={SETTINGS.proofText} title={SETTINGS.proof}>
            {settings ? (
              <Text>{settings.requiresSignature ? SETTINGS.signatureOnly : SETTINGS.signatureOrHeader}</Text>
            ) : (
              waiting
            )}
          </Panel>
        </>
      )}
      <SecretPanel />
      <PermissionsPanel session={session} />
      <EnrichmentPanel />
    </SettingsPage>
  );
}

/** What the store granted: in words, and below as BigCommerce calls it. */
function PermissionsPanel({ session }: { session: SessionView | undefined }) {
  const { permissionsText, SETTINGS } = useWords(englishSettings);
  return (
    <Panel description={SETTINGS.permissionsText} title={SETTINGS.permissions}>
      {session ? (
        <>
          <Text>{permissionsText(session.scopes)}</Text>
          <Facts>
            <Fact name={SETTINGS.scopes}>
              <span style={{ overflowWrap: "anywhere" }}>
                {session.scopes.join(", ") || SETTINGS.noPermissions}
              </span>
            </Fact>
          </Facts>
        </>
      ) : (
        <Placeholder $width="240px" />
      )}
    </Panel>
  );
}
