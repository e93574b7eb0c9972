"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { ExpandLessIcon, ExpandMoreIcon } from "@bigcommerce/big-design-icons";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { DataTable } from "#components/ui/table/data-table.tsx";
import { SelectAllBox } from "#components/ui/table/selection.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { columnsIn, type ColumnSet } from "./columns.tsx";
import { attentionColor, isOn, needsAttention, toTurnOn, wildcardsOn, type RowGroup } from "./rows.ts";
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
  padding: 8px 16px;
  h2 {
    flex: 1;
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

const NONE: readonly string[] = [];

interface GroupSectionProps {
  group: RowGroup;
  /** All rows of the group, whatever the filter leaves. */
  whole: RowGroup;
  isOpen: boolean;
  isLoading: boolean;
  columns: ColumnSet;
  onToggleOpen: () => void;
  onTurn: (scopes: string[], wanted: boolean) => void;
  channel: string;
  onChannel: (channelId: string) => void;
}

/** One group: a heading that opens it, and the table of its event types. Closed, it renders no rows. */
export function GroupSection(props: GroupSectionProps) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { group, whole, isOpen, isLoading, columns, onToggleOpen, onTurn, channel, onChannel } = props;
  const { COMMON } = useWords(englishCommon);
  const { titleOf } = useWords(englishCatalogue);
  const sets = useMemo(() => columnsIn(WEBHOOKS.columns, COMMON.select), [WEBHOOKS, COMMON]);
  const { isLocked } = useWebhooks();
  const attention = whole.rows.filter(needsAttention).length;
  const twice = whole.rows.filter(({ view }) => view?.health.verdict === "overlaps_wildcard");
  const missing = toTurnOn(whole.rows).map(({ id }) => id);
  const on = whole.rows.filter(isOn).map(({ id }) => id);
  const turnsOn = isLoading || missing.length > 0 || on.length === 0;

  return (
    <GroupCard>
      <GroupHead>
        <SelectAllBox
          ids={isLoading ? NONE : group.rows.map(({ id }) => id)}
          label={WEBHOOKS.selectAllOf(group.title)}
        />
        <h2>
          <GroupButton aria-expanded={isOpen} onClick={onToggleOpen} type="button">
            {isOpen ? <ExpandLessIcon /> : <ExpandMoreIcon />}
            <b>{group.title}</b>
            <small style={isLoading ? { visibility: "hidden" } : undefined}>
              {WEBHOOKS.onOf(on.length, whole.rows.length)}
            </small>
            {wildcardsOn(whole.rows).map(({ id, title, entry }) => (
              <small key={id}>{WEBHOOKS.covers(title, entry?.covers.length ?? 0)}</small>
            ))}
            {attention > 0 && (
              <Badge label={WEBHOOKS.needAttention(attention)} variant={attentionColor(whole.rows)} />
            )}
          </GroupButton>
        </h2>
        <Button
          aria-label={turnsOn ? WEBHOOKS.turnOnAllOf(group.title) : WEBHOOKS.turnOffAllOf(group.title)}
          disabled={isLoading || isLocked || (turnsOn && missing.length === 0)}
          onClick={() => onTurn(turnsOn ? missing : on, turnsOn)}
          variant="subtle"
        >
          {turnsOn ? WEBHOOKS.turnOnAll : WEBHOOKS.turnOffAll}
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
                    onClick: () =>
                      onTurn(
                        twice.map((row) => row.id),
                        false,
                      ),
                  },
                ]}
                header={WEBHOOKS.overlap(twice.length)}
                messages={[{ text: WEBHOOKS.overlapText(titleOf(twice[0]?.view?.includedBy ?? "")) }]}
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
