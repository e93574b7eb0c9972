"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useStore } from "#components/shell/store-context.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishKeeper from "#lib/messages/en/keeper.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useKeeper } from "#lib/client/api/use-keeper.ts";
import { SettingLine } from "#components/ui/form/setting-line.tsx";

/** Whether the app mends what is wrong at BigCommerce by itself, in the whole store; its owner may change it. */
export function KeeperPanel() {
  const { COMMON } = useWords(englishCommon);
  const { KEEPER } = useWords(englishKeeper);
  const { store, session, hasEnded } = useStore();
  const { keeper, error, refresh, change } = useKeeper(store);
  const isOwner = session?.user.isOwner === true;
  const some = keeper && keeper.scopes.length > 0 ? KEEPER.some(keeper.scopes.length) : "";
  return (
    <Panel description={KEEPER.text} title={KEEPER.title}>
      {error !== undefined && !keeper && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
          messages={[{ text: KEEPER.slow }]}
          type="warning"
        />
      )}
      {!keeper && error === undefined && <Placeholder $width="240px" />}
      {keeper && (
        <SettingLine
          isDisabled={!isOwner || hasEnded}
          isOn={!keeper.isTellingOnly}
          label={KEEPER.storeLabel}
          onChange={(isOn) => change({ isTellingOnly: !isOn })}
          text={keeper.isTellingOnly ? KEEPER.tells : [KEEPER.mends, some].join(" ").trim()}
        />
      )}
    </Panel>
  );
}
