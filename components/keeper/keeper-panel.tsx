"use client";

import { InlineMessage, Text } from "@bigcommerce/big-design";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishKeeper from "#lib/messages/en/keeper.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useKeeper } from "#lib/client/api/use-keeper.ts";
import { KeeperSwitch } from "#components/ui/form/setting-switch.tsx";

const Line = styled.div`
  align-items: center;
  display: flex;
  gap: 12px;
`;

/** Whether the app mends what is wrong at BigCommerce by itself, in the whole store; its owner may change it. */
export function KeeperPanel() {
  const { COMMON } = useWords(englishCommon);
  const { KEEPER } = useWords(englishKeeper);
  const { store, session, hasEnded } = useStore();
  const { keeper, error, refresh, change } = useKeeper(store);
  const isOwner = session?.user.isOwner === true;
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
        <Line>
          <KeeperSwitch
            isDisabled={!isOwner || hasEnded}
            isOn={!keeper.isTellingOnly}
            label={KEEPER.storeLabel}
            onChange={(isOn) => change({ isTellingOnly: !isOn })}
          />
          <Text as="span" marginBottom="none">
            {keeper.isTellingOnly ? KEEPER.tells : KEEPER.mends}
            {!keeper.isTellingOnly && keeper.scopes.length > 0 && ` ${KEEPER.some(keeper.scopes.length)}`}
            {!isOwner && ` ${KEEPER.ownerOnly}`}
          </Text>
        </Line>
      )}
    </Panel>
  );
}
