"use client";

import { InlineMessage, Text } from "@bigcommerce/big-design";
import { useEffect, useMemo, useRef, useState } from "react";
import styled from "styled-components";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishHistory from "#lib/messages/en/history.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useHistory, type HistoryFilter } from "#lib/client/api/use-history.ts";
import { settingsPath } from "#lib/client/paths.ts";
import { DeedRow } from "./deed-row.tsx";
import { deedsOf } from "./deeds.ts";

/** Deeds that are shown at first, and that one press adds. */
const STEP = 10;

const List = styled.ol`
  list-style: none;
  margin: 0 0 12px;
  padding: 0;
  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.secondary20};
    margin-top: 12px;
    padding-top: 12px;
  }
  ol li + li {
    border-top: 0;
    margin-top: 0;
    padding-top: 0;
  }
`;

interface HistoryListProps {
  store: string;
  /** Only what concerns this scope; the list then stands beside the webhook's other facts. */
  scope?: string;
  filter?: Omit<HistoryFilter, "scope">;
  /** When it changes, there may be news. */
  version?: string;
}

/** Who changed what, the newest first, each deed as one. */
export function HistoryList({ store, scope, filter, version = "" }: HistoryListProps) {
  const { COMMON } = useWords(englishCommon);
  const { HISTORY } = useWords(englishHistory);
  const { entries, hasMore, error, isBusy, refresh, showMore } = useHistory(store, { ...filter, scope });
  const [wanted, setWanted] = useState(STEP);
  const deeds = useMemo(() => {
    const all = deedsOf(entries ?? []);
    // What a page cuts off may go on in the next.
    return hasMore && all.length > 1 ? all.slice(0, -1) : all;
  }, [entries, hasMore]);

  const list = useRef<HTMLOListElement>(null);
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void refresh();
  }, [refresh, version]);

  const lacks = entries !== undefined && hasMore && deeds.length < wanted && !isBusy && error === undefined;
  useEffect(() => {
    if (lacks) void showMore();
  }, [lacks, showMore]);

  const continueAt = useRef<number | null>(null);
  const count = Math.min(deeds.length, wanted);
  useEffect(() => {
    if (continueAt.current === null) return;
    const first = list.current?.children[continueAt.current];
    if (!(first instanceof HTMLElement)) return;
    continueAt.current = null;
    first.focus();
  }, [count]);

  const showMoreDeeds = async () => {
    // The button may be gone then; who reads on goes on where the new ones begin.
    continueAt.current = count;
    setWanted(wanted + STEP);
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
  if (entries.length === 0 || (deeds.length === 0 && !hasMore))
    return <Text>{filter && filter.destination === undefined ? HISTORY.noMatch : HISTORY.empty}</Text>;
  return (
    <>
      <List aria-busy={isBusy} aria-label={HISTORY.list} ref={list}>
        {deeds.slice(0, wanted).map((deed) => (
          <li key={deed.id} tabIndex={-1}>
            <DeedRow deed={deed} isOfOneType={scope !== undefined} />
          </li>
        ))}
      </List>
      {(hasMore || deeds.length > wanted) && (
        <AsyncButton
          label={HISTORY.more}
          onClick={showMoreDeeds}
          variant="secondary"
          workingLabel={HISTORY.loadingMore}
        />
      )}
      {scope !== undefined && !filter && (
        <p>
          <TextLink href={settingsPath(store, "activity", { type: scope })} prefetch={false}>
            {HISTORY.open}
          </TextLink>
        </p>
      )}
    </>
  );
}
