"use client";

import { InlineMessage, Text } from "@bigcommerce/big-design";
import { SettingLine } from "#components/ui/form/setting-line.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishChanges from "#lib/messages/en/changes.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useEnrichment } from "#lib/client/api/use-enrichment.ts";

/** Whether this app reads what events are about, and what the store lets it read; the owner may change the former. */
export function EnrichmentPanel() {
  const { grantedText, READING } = useWords(englishChanges);
  const { COMMON } = useWords(englishCommon);
  const { store, session, hasEnded } = useStore();
  const { enrichment, error, refresh, change } = useEnrichment(store);
  const isOwner = session?.user.isOwner === true;
  return (
    <Panel description={READING.text} title={READING.title}>
      {error !== undefined && !enrichment && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
          messages={[{ text: READING.slow }]}
          type="warning"
        />
      )}
      {!enrichment && error === undefined && <Placeholder $width="240px" />}
      {enrichment && (
        <>
          <SettingLine
            isDisabled={!isOwner || hasEnded}
            isOn={enrichment.isOn}
            label={READING.label}
            onChange={change}
            text={enrichment.isOn ? READING.isOn : READING.isOff}
          />
          <Text as="p" marginBottom="none" marginTop="small">
            <span style={{ overflowWrap: "anywhere" }}>{grantedText(enrichment)}</span>
          </Text>
        </>
      )}
    </Panel>
  );
}
