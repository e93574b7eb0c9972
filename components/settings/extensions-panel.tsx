"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { SettingLine } from "#components/ui/form/setting-line.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useExtensions } from "#lib/client/api/use-extensions.ts";
import type { ExtensionsView } from "#lib/contract/extensions.ts";

/** Whether the control panel's lists lead to events; for stores that allow it, and the owner may change it. */
export function ExtensionsPanel() {
  const { COMMON } = useWords(englishCommon);
  const { EXTENSIONS } = useWords(englishSettings);
  const { store, session, hasEnded } = useStore();
  const { extensions, error, refresh, change } = useExtensions(store);
  const isOwner = session?.user.isOwner === true;
  return (
    <Panel description={EXTENSIONS.text} title={EXTENSIONS.title}>
      {error !== undefined && !extensions && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
          messages={[{ text: EXTENSIONS.slow }]}
          type="warning"
        />
      )}
      {!extensions && error === undefined && <Placeholder $width="240px" />}
      {extensions && (
        <SettingLine
          isDisabled={!isOwner || hasEnded}
          isOn={extensions.isOn}
          label={EXTENSIONS.label}
          onChange={change}
          text={textOf(extensions, EXTENSIONS)}
        />
      )}
    </Panel>
  );
}

function textOf({ isOn, isInPlace }: ExtensionsView, words: typeof englishSettings.EXTENSIONS): string {
  if (!isInPlace) return words.isLate;
  return isOn ? words.isOn : words.isOff;
}
