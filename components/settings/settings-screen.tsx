"use client";

import { InlineMessage, Text } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useRef, type ReactNode } from "react";
import styled from "styled-components";
import { KeysSwitch, TechnicalDetailsSwitch } from "#components/shell/preference-boxes.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Screen } from "#components/shell/screen.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishKeeper from "#lib/messages/en/keeper.ts";
import * as englishPreferences from "#lib/messages/en/preferences.ts";
import * as englishSecret from "#lib/messages/en/secret.ts";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath } from "#lib/client/paths.ts";
import { useSettings } from "#lib/client/api/use-settings.ts";
import { HistoryPanel } from "#components/audit/history-panel.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { StorePanel } from "./store-panel.tsx";

const SecretPanel = dynamic(() => import("./secret-panel.tsx").then((module) => module.SecretPanel), {
  loading: SecretStandIn,
});

const KeeperPanel = dynamic(
  () => import("#components/keeper/keeper-panel.tsx").then((module) => module.KeeperPanel),
  {
    loading: KeeperStandIn,
  },
);

const PrivacyPanels = dynamic(
  () => import("#components/privacy/privacy-panels.tsx").then((module) => module.PrivacyPanels),
  {
    loading: PrivacyStandIn,
  },
);

const EnrichmentPanel = dynamic(
  () => import("./enrichment-panel.tsx").then((module) => module.EnrichmentPanel),
  {
    loading: EnrichmentStandIn,
  },
);

const AlertSettingsPanel = dynamic(
  () => import("#components/alerts/alert-settings-panel.tsx").then((module) => module.AlertSettingsPanel),
  {
    loading: AlertsStandIn,
  },
);

const Narrow = styled.div`
  max-width: 320px;
`;

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
  const { COMMON } = useWords(englishCommon);
  const { SETTINGS } = useWords(englishSettings);
  const { KEYS_SWITCH, TECHNICAL_DETAILS } = useWords(englishPreferences);
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
      <EnrichmentPanel />
      <AlertSettingsPanel />
      <Panel title={KEYS_SWITCH.title}>
        <KeysSwitch />
      </Panel>
      <Panel title={TECHNICAL_DETAILS.title}>
        <TechnicalDetailsSwitch />
      </Panel>
      <Panel description={SETTINGS.languageText} title={SETTINGS.language}>
        <Narrow>
          <LanguageChoice />
        </Narrow>
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
  const { SETTINGS } = useWords(englishSettings);
  return iso === null ? SETTINGS.noneKept : <RelativeTime iso={iso} />;
}

function SecretStandIn() {
  const { SECRET } = useWords(englishSecret);
  return (
    <Panel description={SECRET.text} title={SECRET.title}>
      <Wait />
    </Panel>
  );
}

function KeeperStandIn() {
  const { KEEPER } = useWords(englishKeeper);
  return (
    <Panel description={KEEPER.text} title={KEEPER.title}>
      <Wait />
    </Panel>
  );
}

function AlertsStandIn() {
  const { SETTINGS } = useWords(englishSettings);
  return (
    <Panel title={SETTINGS.alerts}>
      <Placeholder $height="320px" />
    </Panel>
  );
}

function PrivacyStandIn() {
  const { SETTINGS } = useWords(englishSettings);
  return (
    <Panel description={SETTINGS.privacyText} title={SETTINGS.privacy}>
      <Placeholder $height="240px" />
    </Panel>
  );
}

function EnrichmentStandIn() {
  const { SETTINGS } = useWords(englishSettings);
  return (
    <Panel title={SETTINGS.reading}>
      <Placeholder $height="160px" />
    </Panel>
  );
}
