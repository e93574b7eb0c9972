"use client";

import { Small } from "@bigcommerce/big-design";
import styled from "styled-components";
import { useMayChangeWebhooks, useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Overview } from "#lib/contract/overview.ts";
import { TodoRow } from "./todo-row.tsx";
import { mendable, useMend } from "./use-mend.ts";

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
  > li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.secondary30};
    margin-top: 12px;
    padding-top: 12px;
  }
`;

const Note = styled.li`
  overflow-wrap: anywhere;
  && {
    border: 0;
    padding-top: 0;
  }
`;

/** What is wrong now, a row for each cause with the button that fixes it; and below it what was wrong and is over. */
export function TodoPanel({ todo, recent }: Pick<Overview, "todo" | "recent">) {
  const { OVERVIEW } = useWords(englishOverview);
  const { store, hasEnded } = useStore();
  const mayChange = useMayChangeWebhooks();
  const mend = useMend(store);
  const all = todo.alerts.map((alert) => mendable(alert)).filter(({ length }) => length > 0);
  return (
    <>
      {todo.alerts.length > 0 && (
        <Panel
          action={
            all.length > 1 && (
              <AsyncButton
                disabled={hasEnded || !mayChange}
                label={OVERVIEW.fixAll}
                onClick={() => mend(all.flat())}
                workingLabel={OVERVIEW.fixing}
              />
            )
          }
          title={OVERVIEW.todo}
        >
          <List aria-label={OVERVIEW.todoList}>
            {todo.alerts.map((alert) => (
              <TodoRow key={alert.cause} alert={alert} onMend={mend} />
            ))}
          </List>
        </Panel>
      )}
      {recent.length > 0 && (
        <Panel title={OVERVIEW.recent}>
          <List aria-label={OVERVIEW.recentList}>
            {recent.map(({ id, at, sentence }) => (
              <Note key={id}>
                {sentence}{" "}
                <Small as="span" color="secondary60">
                  <RelativeTime iso={at} />
                </Small>
              </Note>
            ))}
          </List>
        </Panel>
      )}
    </>
  );
}
