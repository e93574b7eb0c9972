"use client";

import styled from "styled-components";
import { KeeperPanel } from "#components/keeper/keeper-panel.tsx";
import { KeysSwitch, TechnicalDetailsSwitch } from "#components/shell/preference-boxes.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishPreferences from "#lib/messages/en/preferences.ts";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useSettings } from "#lib/client/api/use-settings.ts";
import { pagePath } from "#lib/client/paths.ts";
import { EXTENSIONS_SCOPE } from "#lib/contract/values/extensions.ts";
import { ExtensionsPanel } from "./extensions-panel.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { SlowSettings } from "./slow-settings.tsx";
import { StorePanel } from "./store-panel.tsx";

const Narrow = styled.div`
  max-width: 320px;
`;

/** What each person chooses for themselves, who works in the store, and what the app does in it by itself. */
export function GeneralPage() {
  const { SETTINGS } = useWords(englishSettings);
  const { KEYS_SWITCH, TECHNICAL_DETAILS } = useWords(englishPreferences);
  const { store, session } = useStore();
  const { data: settings, error, mutate } = useSettings(store);
  return (
    <SettingsPage page="general">
      {error !== undefined && <SlowSettings onRetry={() => void mutate()} />}
      <Panel description={SETTINGS.languageText} title={SETTINGS.language}>
        <Narrow>
          <LanguageChoice />
        </Narrow>
      </Panel>
      <Panel title={TECHNICAL_DETAILS.title}>
        <TechnicalDetailsSwitch />
      </Panel>
      <Panel title={KEYS_SWITCH.title}>
        <KeysSwitch />
      </Panel>
      <KeeperPanel />
      {(settings ?? error === undefined) && <PeoplePanel people={settings?.people} />}
      <StorePanel session={session} />
      <Panel description={SETTINGS.welcomeText} title={SETTINGS.welcome}>
        <ButtonLink href={pagePath(store, "welcome")} prefetch={false}>
          {SETTINGS.openWelcome}
        </ButtonLink>
      </Panel>
      {session?.scopes.includes(EXTENSIONS_SCOPE) && <ExtensionsPanel />}
    </SettingsPage>
  );
}
