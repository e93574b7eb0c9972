"use client";

import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { SelectAllBox } from "#components/ui/table/selection.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { RowGroup } from "./rows.ts";

const Head = styled.div`
  align-items: center;
  border-bottom: 1px solid ${({ theme }) => theme.colors.secondary30};
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  min-height: 52px;
  padding: 4px 16px;
  > [role="status"] {
    color: ${({ theme }) => theme.colors.secondary60};
    flex: 1;
  }
`;

/** Above the groups: a box for all that is shown, how much that is, and a way to close all groups. */
export function ListHead({
  groups,
  isFiltered,
  isLoading,
  onCollapseAll,
}: {
  groups: readonly RowGroup[];
  isFiltered: boolean;
  isLoading: boolean;
  onCollapseAll: () => void;
}) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const ids = groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  return (
    <Head>
      <SelectAllBox ids={isLoading ? [] : ids} isLabelShown label={WEBHOOKS.selectAll} />
      {/* Silent without a filter: what is read out is what a search came to. */}
      <span role="status">{isFiltered && ids.length > 0 ? WEBHOOKS.matches(ids.length) : ""}</span>
      <Button onClick={onCollapseAll} variant="subtle">
        {WEBHOOKS.collapseAll}
      </Button>
    </Head>
  );
}
