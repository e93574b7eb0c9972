"use client";

import { Badge, InlineMessage } from "@bigcommerce/big-design";
import { ExpandLessIcon, ExpandMoreIcon } from "@bigcommerce/big-design-icons";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { DataTable } from "#components/ui/table/data-table.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { columnsIn, type ColumnSet } from "./columns.tsx";
import { isOn, needsAttention, toTurnOn, type RowGroup } from "./rows.ts";
import { useWebhooks } from "./webhooks-context.tsx";

const ChannelField = dynamic(() => import("./channel-field.tsx").then((module) => module.ChannelField), {
  loading: () => <Placeholder $height="84px" />,
});

export const GroupCard = styled.div`
  border-bottom: 1px solid ${({ theme }) => theme.colors.secondary30};
  &:last-child {
    border-bottom: 0;
  }
`;

export const GroupHead = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 4px 12px;
  justify-content: space-between;
  padding: 8px 16px;
  h2 {
    font-size: 16px;
    line-height: 24px;
    margin: 0;
  }
`;

export const GroupButton = styled.button`
  align-items: center;
  background: none;
  border: 0;
  color: ${({ theme }) => theme.colors.secondary70};
  cursor: pointer;
  display: flex;
  flex-wrap: wrap;
  font: inherit;
  gap: 4px 12px;
  min-height: 36px;
  padding: 0;
  text-align: left;
  b {
    font-weight: 600;
  }
  > small {
    font-size: inherit;
    color: ${({ theme }) => theme.colors.secondary60};
    font-weight: 400;
  }
`;

const Inside = styled.div`
  padding: 0 16px 12px;
  max-width: 640px;
`;

interface GroupSectionProps {
  group: RowGroup;
  /** All rows of the group, whatever the filter leaves. */
  whole: RowGroup;
  isOpen: boolean;
  isLoading: boolean;
  columns: ColumnSet;
  onToggleOpen: () => void;
  onTurnOnAll: (group: RowGroup) => void;
  onTurnOffSingles: (scopes: string[]) => void;
  channel: string;
  onChannel: (channelId: string) => void;
}

/** One group: a heading that opens it, and the table of its event types. Closed, it renders no rows. */
export function GroupSection(props: GroupSectionProps) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const {
    group,
    whole,
    isOpen,
    isLoading,
    columns,
    onToggleOpen,
    onTurnOnAll,
    onTurnOffSingles,
    channel,
    onChannel,
  } = props;
  const { COMMON } = useWords(englishCommon);
  const sets = useMemo(() => columnsIn(WEBHOOKS.columns, COMMON.select), [WEBHOOKS, COMMON]);
  const { isLocked } = useWebhooks();
  const attention = whole.rows.filter(needsAttention).length;
  const twice = whole.rows.filter(({ view }) => view?.health.verdict === "overlaps_wildcard");
  const canTurnOn = !isLoading && toTurnOn(whole.rows).length > 0;

  return (
    <GroupCard>
      <GroupHead>
        <h2>
          <GroupButton aria-expanded={isOpen} onClick={onToggleOpen} type="button">
            {isOpen ? <ExpandLessIcon /> : <ExpandMoreIcon />}
            <b>{group.title}</b>
            {!isLoading && <small>{WEBHOOKS.onOf(whole.rows.filter(isOn).length, whole.rows.length)}</small>}
            {attention > 0 && <Badge label={WEBHOOKS.needAttention(attention)} variant="warning" />}
          </GroupButton>
        </h2>
        <Button
          aria-label={WEBHOOKS.turnOnAllOf(group.title)}
          disabled={!canTurnOn || isLocked}
          onClick={() => onTurnOnAll(whole)}
          variant="subtle"
        >
          {WEBHOOKS.turnOnAll}
        </Button>
      </GroupHead>
      {isOpen && (
        <>
          {group.id === "channels" && (
            <Inside>
              <ChannelField channel={channel} onChannel={onChannel} />
            </Inside>
          )}
          {twice.length > 0 && (
            <Inside>
              <InlineMessage
                actions={[
                  {
                    text: WEBHOOKS.turnOffSingles,
                    disabled: isLocked,
                    onClick: () => onTurnOffSingles(twice.map((row) => row.id)),
                  },
                ]}
                header={WEBHOOKS.overlap(twice.length)}
                messages={[{ text: WEBHOOKS.overlapText }]}
                type="warning"
              />
            </Inside>
          )}
          <DataTable columns={sets[columns]} isBusy={isLoading} items={group.rows} name={group.title} />
        </>
      )}
    </GroupCard>
  );
}
