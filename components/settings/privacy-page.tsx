"use client";

import { PrivacyPanels } from "#components/privacy/privacy-panels.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useSettings } from "#lib/client/api/use-settings.ts";
import type { SettingsView } from "#lib/contract/settings.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { SettingsPage } from "./settings-page.tsx";
import { SlowSettings } from "./slow-settings.tsx";

/** What staff may do and see, how long events are kept, and how data is erased. */
export function PrivacyPage() {
  const { store } = useStore();
  const { data: settings, error, mutate } = useSettings(store);
  return (
    <SettingsPage page="privacy">
      {error !== undefined && <SlowSettings onRetry={() => void mutate()} />}
      <PrivacyPanels>{(settings ?? error === undefined) && <KeptFacts settings={settings} />}</PrivacyPanels>
    </SettingsPage>
  );
}

/** How much there is of the store's history. */
function KeptFacts({ settings }: { settings: SettingsView | undefined }) {
  const { SETTINGS } = useWords(englishSettings);
  const locale = useLocale();
  const waiting = <Placeholder $width="160px" />;
  return (
    <Facts aria-busy={!settings}>
      <Fact name={SETTINGS.keepFor}>{settings ? SETTINGS.days(settings.eventRetentionDays) : waiting}</Fact>
      <Fact name={SETTINGS.keptCount}>
        {settings ? wholeNumber(settings.eventsKept.total, locale) : waiting}
      </Fact>
      <Fact name={SETTINGS.oldest}>{settings ? <Oldest iso={settings.eventsKept.oldestAt} /> : waiting}</Fact>
    </Facts>
  );
}

function Oldest({ iso }: { iso: string | null }) {
  const { SETTINGS } = useWords(englishSettings);
  return iso === null ? SETTINGS.noneKept : <RelativeTime iso={iso} />;
}
