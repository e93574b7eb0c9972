"use client";

import { InlineMessage, Text } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useRef, type ReactNode } from "react";
import styled from "styled-components";
import { KeysSwitch } from "#components/shell/keys-switch.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Screen } from "#components/ui/screen.tsx";
import { COMMON } from "#components/words/common.ts";
import { KEEPER } from "#components/words/keeper.ts";
import { SECRET } from "#components/words/secret.ts";
import { SETTINGS } from "#components/words/settings.ts";
import { KEYS_SWITCH } from "#components/words/views.ts";
import { wholeNumber } from "#components/words/time.ts";
import { pagePath } from "#lib/client/paths.ts";
import { useSettings } from "#lib/client/use-settings.ts";
import { HistoryPanel } from "./history-panel.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { StorePanel } from "./store-panel.tsx";

const SecretPanel = dynamic(() => import("./secret-panel.tsx").then((module) => module.SecretPanel), {
  loading: () => (
    <Panel description={SECRET.text} title={SECRET.title}>
      <Wait />
    </Panel>
  ),
});

const KeeperPanel = dynamic(
  () => import("#components/keeper/keeper-panel.tsx").then((module) => module.KeeperPanel),
  {
    loading: () => (
      <Panel description={KEEPER.text} title={KEEPER.title}>
        <Wait />
      </Panel>
    ),
  },
);

const PrivacyPanels = dynamic(() => import("./privacy-panels.tsx").then((module) => module.PrivacyPanels), {
  loading: () => (
    <Panel description={SETTINGS.privacyText} title={SETTINGS.privacy}>
      <Placeholder $height="240px" />
    </Panel>
  ),
});

const ReadingPanel = dynamic(() => import("./reading-panel.tsx").then((module) => module.ReadingPanel), {
  loading: () => (
    <Panel title={SETTINGS.reading}>
      <Placeholder $height="160px" />
    </Panel>
  ),
});

const AlertSettingsPanel = dynamic(
  () => import("#components/alerts/alert-settings-panel.tsx").then((module) => module.AlertSettingsPanel),
  {
    loading: () => (
      <Panel title={SETTINGS.alerts}>
        <Placeholder $height="320px" />
      </Panel>
    ),
  },
);

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

/** What holds for the store, and who is in it. Facts cannot be changed here, so none looks as if it could. */
export function SettingsScreen() {
  const { store, session } = useStore();
  const locale = useLocale();
  const { data: settings, error, mutate } = useSettings(store);
  const address = useRef<HTMLElement>(null);
  return (
    <Screen description={SETTINGS.description} title={SETTINGS.title}>
      {error !== undefined && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void mutate() }]}
          marginBottom="medium"
          messages={[{ text: SETTINGS.slow }]}
          type="warning"
        />
      )}
      {(settings ?? error === undefined) && (
        <>
          <Panel description={SETTINGS.historyText} title={SETTINGS.history}>
            <Facts aria-busy={!settings}>
              <Fact name={SETTINGS.keepFor}>
                {settings ? SETTINGS.days(settings.eventRetentionDays) : <Wait />}
              </Fact>
              <Fact name={SETTINGS.kept}>
                {settings ? wholeNumber(settings.eventsKept.total, locale) : <Wait />}
              </Fact>
              <Fact name={SETTINGS.oldest}>
                {settings ? <Oldest iso={settings.eventsKept.oldestAt} /> : <Wait />}
              </Fact>
            </Facts>
          </Panel>
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
                <Wait />
              )}
            </Address>
          </Panel>
          <Panel description={SETTINGS.proofText} title={SETTINGS.proof}>
            {settings ? (
              <Text>{settings.requiresSignature ? SETTINGS.signatureOnly : SETTINGS.signatureOrHeader}</Text>
            ) : (
              <Wait />
            )}
          </Panel>
          <SecretPanel />
          <PeoplePanel people={settings?.people} />
        </>
      )}
      <PrivacyPanels />
      <KeeperPanel />
      <ReadingPanel />
      <AlertSettingsPanel />
      <Panel title={KEYS_SWITCH.title}>
        <KeysSwitch />
      </Panel>
      <HistoryPanel store={store} />
      <StorePanel session={session} />
      <Panel description={SETTINGS.welcomeText} title={SETTINGS.welcome}>
        <ButtonLink href={pagePath(store, "welcome")} prefetch={false}>
          {SETTINGS.openWelcome}
        </ButtonLink>
      </Panel>
    </Screen>
  );
}

function Wait(): ReactNode {
  return <Placeholder $width="160px" />;
}

function Oldest({ iso }: { iso: string | null }) {
  return iso === null ? SETTINGS.noneKept : <RelativeTime iso={iso} />;
}
