"use client";

import { CheckCircleIcon, RadioButtonUncheckedIcon } from "@bigcommerce/big-design-icons";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishSetup from "#lib/messages/en/setup.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath } from "#lib/client/paths.ts";
import { useSetup } from "./use-setup.ts";

const Ticks = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 8px 24px;
  list-style: none;
  margin: 0;
  padding: 0;
  li {
    align-items: center;
    display: flex;
    gap: 8px;
  }
`;

const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;

/** What is left of Welcome, until it is gone through or skipped. */
export function FinishCard({ hasEvent }: { hasEvent: boolean }) {
  const { SETUP } = useWords(englishSetup);
  const { store, session, hasEnded } = useStore();
  const { setup, reach } = useSetup();
  const ticks = [
    { name: SETUP.connected, isDone: session !== undefined && !session.store.needsReauthorisation },
    { name: SETUP.choose, isDone: setup === "watch" },
    { name: SETUP.watch, isDone: hasEvent },
  ];
  return (
    <Panel
      action={
        <Buttons>
          <Button disabled={hasEnded} onClick={() => reach("done")} variant="subtle">
            {SETUP.skip}
          </Button>
          <ButtonLink
            $isPrimary
            href={`${pagePath(store, "welcome")}${setup === "watch" ? "?step=watch" : ""}`}
            prefetch={false}
          >
            {SETUP.proceed}
          </ButtonLink>
        </Buttons>
      }
      title={SETUP.title}
    >
      <Ticks>
        {ticks.map(({ name, isDone }) => (
          <li key={name}>
            {isDone ? (
              <CheckCircleIcon color="success50" title={SETUP.done} />
            ) : (
              <RadioButtonUncheckedIcon color="secondary50" title={SETUP.open} />
            )}
            {name}
          </li>
        ))}
      </Ticks>
    </Panel>
  );
}
