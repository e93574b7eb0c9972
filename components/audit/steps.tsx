"use client";

import { Small, Text } from "@bigcommerce/big-design";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishHistory from "#lib/messages/en/history.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { AuditEntryView } from "#lib/contract/audit.ts";

const List = styled.ol`
  border-left: 2px solid ${({ theme }) => theme.colors.secondary20};
  display: grid;
  gap: 8px;
  list-style: none;
  margin: 4px 0 0;
  padding: 0 0 0 12px;
`;

/** Each call that a deed was made of, with what BigCommerce answered. */
export function Steps({ steps }: { steps: readonly AuditEntryView[] }) {
  const { titleOf } = useWords(englishCatalogue);
  const { actionText, answerText, changeText, HISTORY } = useWords(englishHistory);
  const { session } = useStore();
  return (
    <List>
      {steps.map((step) => {
        const { actor, at, hookId, id, isRefused, reason, scope } = step;
        const isYou = actor !== null && actor.userId === session?.user.id;
        const details = [changeText(step), reason ?? "", answerText(step)].filter((text) => text !== "");
        return (
          <li key={id}>
            <Text>
              {scope !== null && `${titleOf(scope)}: `}
              {actionText(step, isYou)} {isRefused && <Badge label={HISTORY.refused} variant="warning" />}
            </Text>
            {details.length > 0 && <Text>{details.join(" ")}</Text>}
            <Small color="secondary60">
              <RelativeTime iso={at} />
              {hookId !== null && ` · ${HISTORY.webhookId(hookId)}`}
            </Small>
          </li>
        );
      })}
    </List>
  );
}
