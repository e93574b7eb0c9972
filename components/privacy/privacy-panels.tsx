"use client";

import { InlineMessage, Text } from "@bigcommerce/big-design";
import styled from "styled-components";
import { Fields } from "#components/ui/form/fields.tsx";
import { KeeperSwitch } from "#components/ui/form/setting-switch.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishPrivacy from "#lib/messages/en/privacy.ts";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { usePrivacy } from "#lib/client/api/use-privacy.ts";
import { PrivacyErasure } from "./privacy-erasure.tsx";
import { PrivacyRetention } from "./privacy-retention.tsx";

const Line = styled.div`
  align-items: center;
  display: flex;
  gap: 12px;
`;

/** Who sees personal data, how long events are kept, and how something is erased. The owner may change it. */
export function PrivacyPanels() {
  const { COMMON } = useWords(englishCommon);
  const { PRIVACY } = useWords(englishPrivacy);
  const { SETTINGS } = useWords(englishSettings);
  const { store, session, hasEnded } = useStore();
  const { privacy, error, refresh, change, preview, erase } = usePrivacy(store);
  const isOwner = session?.user.isOwner === true;
  const isFixed = !isOwner || hasEnded;
  const pending =
    error === undefined ? (
      <div aria-busy>
        <Placeholder $height="96px" />
      </div>
    ) : (
      <InlineMessage
        actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
        messages={[{ text: PRIVACY.slow }]}
        type="warning"
      />
    );
  return (
    <>
      <Panel description={SETTINGS.privacyText} title={SETTINGS.privacy}>
        {privacy ? (
          <Fields>
            {session && !isOwner && <InlineMessage messages={[{ text: PRIVACY.ownerOnly }]} type="info" />}
            <Line>
              <KeeperSwitch
                isDisabled={isFixed}
                isOn={privacy.staffSeePersonal}
                label={PRIVACY.staffLabel}
                onChange={(staffSeePersonal) => change({ staffSeePersonal })}
              />
              <div>
                <Text bold marginBottom="none">
                  {PRIVACY.staffLabel}
                </Text>
                <Text marginBottom="none">
                  {privacy.staffSeePersonal ? PRIVACY.staffSee : PRIVACY.staffDoNotSee}
                </Text>
              </div>
            </Line>
            <PrivacyRetention
              isFixed={isFixed}
              onSave={(retentionDays) => change({ retentionDays })}
              privacy={privacy}
              store={store}
            />
          </Fields>
        ) : (
          pending
        )}
      </Panel>
      <Panel description={PRIVACY.eraseText} title={PRIVACY.erase}>
        {privacy ? (
          <PrivacyErasure
            isFixed={hasEnded}
            isOwner={isOwner}
            onErase={erase}
            onPreview={preview}
            privacy={privacy}
          />
        ) : (
          pending
        )}
      </Panel>
    </>
  );
}
