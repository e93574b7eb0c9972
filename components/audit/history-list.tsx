"use client";

import { Badge, InlineMessage, Small, Text } from "@bigcommerce/big-design";
import { useEffect, useRef } from "react";
import styled from "styled-components";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishHistory from "#lib/messages/en/history.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { useHistory } from "#lib/client/api/use-history.ts";
import type { AuditEntryView } from "#lib/contract/audit.ts";

const List = styled.ol`
  list-style: none;
  margin: 0 0 12px;
  padding: 0;
  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.secondary20};
    margin-top: 12px;
    padding-top: 12px;
  }
  p {
    margin: 0 0 4px;
    overflow-wrap: anywhere;
  }
`;

interface HistoryListProps {
  store: string;
  /** Only what concerns this scope; the whole store without. */
  scope?: string;
  /** When it changes, there may be news. */
  version?: string;
}

/** Who changed what, the newest first, a page at a time. */
export function HistoryList({ store, scope, version = "" }: HistoryListProps) {
  const { COMMON } = useWords(englishCommon);
  const { HISTORY } = useWords(englishHistory);
  const { entries, hasMore, error, isBusy, refresh, showMore } = useHistory(store, scope ?? null);
  const list = useRef<HTMLOListElement>(null);
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void refresh();
  }, [refresh, version]);

  const continueAt = useRef<number | null>(null);
  const count = entries?.length ?? 0;
  useEffect(() => {
    if (continueAt.current === null) return;
    const first = list.current?.children[continueAt.current];
    if (!(first instanceof HTMLElement)) return;
    continueAt.current = null;
    first.focus();
  }, [count]);

  const showMoreEntries = async () => {
    // The button may be gone then; who reads on goes on where the new ones begin.
    continueAt.current = count;
    await showMore();
  };

  if (error !== undefined && !entries) {
    return (
      <InlineMessage
        actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
        messages={[{ text: HISTORY.slow }]}
        type="warning"
      />
    );
  }
  if (!entries) {
    return (
      <div aria-busy>
        <Placeholder $height="120px" />
      </div>
    );
  }
  if (entries.length === 0) return <Text>{HISTORY.empty}</Text>;
  return (
    <>
      <List aria-busy={isBusy} aria-label={HISTORY.list} ref={list}>
        {entries.map((entry) => (
          <li key={entry.id} tabIndex={-1}>
            <Entry entry={entry} hasTitle={scope === undefined} />
          </li>
        ))}
      </List>
      {hasMore && (
        <AsyncButton
          label={HISTORY.more}
          onClick={showMoreEntries}
          variant="secondary"
          workingLabel={HISTORY.loadingMore}
        />
      )}
    </>
  );
}

/** One entry; where entries of all event types stand together, with its own. */
function Entry({ entry, hasTitle }: { entry: AuditEntryView; hasTitle: boolean }) {
  const { titleOf } = useWords(englishCatalogue);
  const { actionText, answerText, changeText, HISTORY } = useWords(englishHistory);
  const { at, scope, hookId, reason, isRefused } = entry;
  const details = [changeText(entry), reason ?? "", answerText(entry)]
    .filter((text) => text !== "")
    .join(" ");
  return (
    <>
      {hasTitle && scope !== null && <Text bold>{titleOf(scope)}</Text>}
      <Text>
        {actionText(entry)} {isRefused && <Badge label={HISTORY.refused} variant="warning" />}
      </Text>
      {details !== "" && <Text>{details}</Text>}
      <Small color="secondary60">
        <RelativeTime iso={at} />
        {hookId !== null && ` · ${HISTORY.webhookId(hookId)}`}
      </Small>
    </>
  );
}
