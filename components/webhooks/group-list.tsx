"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import styled from "styled-components";
import { ListHead } from "./list-head.tsx";
import type { ColumnSet } from "./columns.tsx";
import { GroupSection } from "./group-section.tsx";
import { groupsToOpen, type RowGroup } from "./rows.ts";
import type { StrayRow } from "./strays-section.tsx";

// Few stores have any.
const StraysSection = dynamic(() => import("./strays-section.tsx").then((module) => module.StraysSection));

const Card = styled.div`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 1px 6px rgb(49 52 64 / 20%);
  margin-bottom: 16px;
`;

interface GroupListProps {
  /** All groups, whole. */
  groups: readonly RowGroup[];
  /** What the filter leaves of them. */
  shown: readonly RowGroup[];
  strays: StrayRow[];
  isFiltered: boolean;
  isLoading: boolean;
  columns: ColumnSet;
  channel: string;
  /** What a person opened (true) and closed (false); everything else opens by what is in it. */
  open: ReadonlyMap<string, boolean>;
  onOpen: (open: ReadonlyMap<string, boolean>) => void;
  onChannel: (channelId: string) => void;
  onTurn: (scopes: string[], wanted: boolean) => void;
  onManage: (stray: StrayRow) => void;
  onRemove: (stray: StrayRow) => void;
}

/** The groups one below the other. With a filter every group that has a match is open. */
export function GroupList(props: GroupListProps) {
  const { groups, shown, strays, isFiltered, isLoading, columns, channel, open, onOpen, onChannel, onTurn } =
    props;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // Opens what has become worth it, and never closes by itself what somebody may be working in.
  const worthy = groupsToOpen(groups).filter((id) => !opened.has(id));
  if (worthy.length > 0) setOpened(new Set([...opened, ...worthy]));

  const isOpen = (id: string) => {
    const chosen = open.get(id);
    if (chosen !== undefined) return chosen;
    return isFiltered || (isLoading ? id === groups[0]?.id : opened.has(id));
  };

  return (
    <Card>
      {shown.length > 0 && (
        <ListHead
          groups={shown}
          isFiltered={isFiltered}
          isLoading={isLoading}
          onCollapseAll={() => onOpen(new Map(groups.map(({ id }) => [id, false])))}
        />
      )}
      {shown.map((group) => (
        <GroupSection
          key={group.id}
          channel={channel}
          columns={columns}
          group={group}
          isLoading={isLoading}
          isOpen={isOpen(group.id)}
          onChannel={onChannel}
          onToggleOpen={() => onOpen(new Map(open).set(group.id, !isOpen(group.id)))}
          onTurn={onTurn}
          whole={groups.find(({ id }) => id === group.id) ?? group}
        />
      ))}
      {strays.length > 0 && <StraysSection manage={props.onManage} remove={props.onRemove} strays={strays} />}
    </Card>
  );
}
