"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { Fields } from "#components/ui/form/fields.tsx";
import { SettingLine } from "#components/ui/form/setting-line.tsx";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishPrivacy from "#lib/messages/en/privacy.ts";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { usePrivacy } from "#lib/client/api/use-privacy.ts";
import { PrivacyRetention } from "./privacy-retention.tsx";

// Its choice of a type is large, and few come to erase something.
const PrivacyErasure = dynamic(
  () => import("./privacy-erasure.tsx").then((module) => module.PrivacyErasure),
  {
    loading: () => <Placeholder $height="320px" />,
  },
);

/**
 * What staff see and change, how long events are kept, and how something is erased. The owner may change it.
 * @param props.children How much there is of the history, above how long it is kept.
 */
export function PrivacyPanels({ children }: { children: ReactNode }) {
  const { COMMON } = useWords(englishCommon);
  const { PRIVACY } = useWords(englishPrivacy);
  const { SETTINGS } = useWords(englishSettings);
  const { store, session, hasEnded } = useStore();
  const { privacy, error, refresh, change, preview, erase } = usePrivacy(store);
  const isOwner = session?.user.isOwner === true;
  const isFixed = !isOwner || hasEnded;
  const pending = error === undefined && (
    <div aria-busy>
      <Placeholder $height="96px" />
    </div>
  );
  return (
    <>
      {error !== undefined && !privacy && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
          marginBottom="medium"
          messages={[{ text: PRIVACY.slow }]}
          type="warning"
        />
      )}
      <Panel description={SETTINGS.staffText} title={SETTINGS.staff}>
        {privacy ? (
          <Fields>
            <SettingLine
              isDisabled={isFixed}
              isOn={privacy.staffSeePersonal}
              label={PRIVACY.staffLabel}
              onChange={(staffSeePersonal) => change({ staffSeePersonal })}
              text={privacy.staffSeePersonal ? PRIVACY.staffSee : PRIVACY.staffDoNotSee}
            />
            <SettingLine
              isDisabled={isFixed}
              isOn={privacy.staffChangeWebhooks}
              label={PRIVACY.staffChangesLabel}
              onChange={(staffChangeWebhooks) => change({ staffChangeWebhooks })}
              text={privacy.staffChangeWebhooks ? PRIVACY.staffChange : PRIVACY.staffDoNotChange}
            />
          </Fields>
        ) : (
          pending
        )}
      </Panel>
      <Panel description={SETTINGS.keptText} title={SETTINGS.kept}>
        <Fields>
          {children}
          {privacy && (
            <PrivacyRetention
              isFixed={isFixed}
              onSave={(retentionDays) => change({ retentionDays })}
              privacy={privacy}
              store={store}
            />
          )}
        </Fields>
      </Panel>
      {isOwner && (
        <Panel description={PRIVACY.eraseText} title={PRIVACY.erase}>
          {privacy ? (
            <PrivacyErasure isFixed={hasEnded} onErase={erase} onPreview={preview} privacy={privacy} />
          ) : (
            pending
          )}
        </Panel>
      )}
    </>
  );
}
