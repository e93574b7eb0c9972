"use client";

import { Small, Text } from "@bigcommerce/big-design";
import styled from "styled-components";
import { useLocale } from "#components/ui/locale.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishRejections from "#lib/messages/en/rejections.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Overview } from "#lib/contract/overview.ts";

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
  li + li {
    margin-top: 16px;
  }
  p {
    margin: 0 0 4px;
    overflow-wrap: anywhere;
  }
`;

/** Deliveries that were refused: why, what helps, and what the last of them was like. */
export function RejectionsPanel({ rejections }: { rejections: Overview["rejections"] }) {
  const { REJECTIONS } = useWords(englishRejections);
  const locale = useLocale();
  return (
    <Panel title={REJECTIONS.title}>
      <List>
        {rejections.map(({ reason, count, lastAt, last }) => {
          const like = REJECTIONS.like(last.bytes, last.headers);
          return (
            <li key={reason}>
              <Text bold>
                {REJECTIONS.sentence(reason, count, locale)} {REJECTIONS.last} <RelativeTime iso={lastAt} />.
              </Text>
              <Text>{REJECTIONS.remedy(reason)}</Text>
              {like !== "" && (
                <Small color="secondary60">
                  {REJECTIONS.last}: {like}
                </Small>
              )}
            </li>
          );
        })}
      </List>
    </Panel>
  );
}
