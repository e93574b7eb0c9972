"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { CheckCircleIcon } from "@bigcommerce/big-design-icons";
import styled from "styled-components";
import { HelpLink } from "#components/shell/help-link.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishWelcome from "#lib/messages/en/welcome.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { ThreeBoxes } from "./three-boxes.tsx";

const Text = styled.p`
  line-height: 24px;
  margin: 0;
  max-width: 720px;
`;

const Rows = styled.ul`
  display: grid;
  gap: 8px;
  list-style: none;
  margin: 0;
  padding: 0;
  li {
    align-items: center;
    display: flex;
    gap: 8px;
    min-height: 24px;
  }
`;

/** What a webhook is and what becomes of it; then what had to work before anything else can, each with a check or with what to do. */
export function AboutPanel({ list }: { list: SubscriptionList | undefined }) {
  const { WELCOME } = useWords(englishWelcome);
  const { session } = useStore();
  const mustAccept = session?.store.needsReauthorisation ?? false;
  return (
    <Panel title={WELCOME.about}>
      <Text>
        {WELCOME.aboutText} <HelpLink chapter="what-keeper-does" />
      </Text>
      <ThreeBoxes />
      <Rows aria-busy={!session || !list}>
        <li>
          {session ? (
            <>
              <CheckCircleIcon color="success50" /> {WELCOME.storeConnected(session.store.name)}
            </>
          ) : (
            <Placeholder $width="220px" />
          )}
        </li>
        <li>
          {!session && <Placeholder $width="220px" />}
          {session && !mustAccept && (
            <>
              <CheckCircleIcon color="success50" /> {WELCOME.permission}
            </>
          )}
          {mustAccept && <InlineMessage messages={[{ text: WELCOME.noPermission }]} type="error" />}
        </li>
        <li>
          {!list && <Placeholder $width="220px" />}
          {list && list.checkFailure && (
            <InlineMessage messages={[{ text: list.checkFailure.sentence }]} type="warning" />
          )}
          {list && !list.checkFailure && list.isChecking && WELCOME.addressChecking}
          {list && !list.checkFailure && !list.isChecking && (
            <>
              <CheckCircleIcon color="success50" /> {WELCOME.address}
            </>
          )}
        </li>
      </Rows>
    </Panel>
  );
}
