"use client";

import styled from "styled-components";
import { useMayChangeWebhooks, useStore } from "#components/shell/store-context.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import * as englishKeeper from "#lib/messages/en/keeper.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useKeeper } from "#lib/client/api/use-keeper.ts";
import { KeeperSwitch } from "#components/ui/form/setting-switch.tsx";

const Line = styled.span`
  align-items: center;
  display: flex;
  gap: 8px;
`;

/** Whether the app mends a webhook by itself, with the switch for it. */
export function KeeperFact({ scope }: { scope: string }) {
  const { KEEPER } = useWords(englishKeeper);
  const { store, hasEnded } = useStore();
  const { keeper, change } = useKeeper(store);
  const mayChange = useMayChangeWebhooks();
  if (!keeper) return null;
  const isOn = !keeper.isTellingOnly && !keeper.scopes.includes(scope);
  return (
    <Facts>
      <Fact name={KEEPER.rowName}>
        <Line>
          <KeeperSwitch
            isDisabled={hasEnded || !mayChange || keeper.isTellingOnly}
            isOn={isOn}
            label={KEEPER.rowName}
            onChange={(next) => change({ scope, isTellingOnly: !next })}
          />
          {keeper.isTellingOnly ? KEEPER.rowStore : isOn ? KEEPER.rowMends : KEEPER.rowTells}
        </Line>
      </Fact>
    </Facts>
  );
}
