"use client";

import dynamic from "next/dynamic";
import styled from "styled-components";
import { useSelection } from "#components/ui/table/selection.tsx";
import { useShortcut } from "#components/shell/use-shortcut.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishEventActions from "#lib/messages/en/event-actions.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { EventFold } from "#lib/client/log/fold-events.ts";
import type { EventView } from "#lib/contract/events.ts";
import { eventLinkId } from "./event-row.tsx";
import { ExportArea } from "./export/export-area.tsx";

const SelectionBar = dynamic(() => import("./selection-bar.tsx").then((module) => module.SelectionBar));

const Foot = styled.div`
  bottom: 8px;
  position: sticky;
  z-index: 5;
`;

interface SelectionFootProps {
  folds: readonly EventFold[];
  /** Keys of the folds whose events are shown one by one. */
  unfolded: ReadonlySet<string>;
  openId: string | null;
  onExport: () => void;
}

/**
 * How an export is, and what can be done with the selected events, at the lower edge of the list. x selects the event
 * that has focus or is open, and with a closed fold all its events.
 */
export function SelectionFoot({ folds, unfolded, openId, onExport }: SelectionFootProps) {
  const { SELECTED } = useWords(englishEventActions);
  const { selected, toggle, setAll } = useSelection();
  useShortcut("x", () => {
    const row = document.activeElement?.closest('[role="row"]');
    const isFocused = ({ id }: EventView) => row?.querySelector(`#${CSS.escape(eventLinkId(id))}`) != null;
    const isMeant = (event: EventView) => (openId === null ? isFocused(event) : event.id === openId);
    const fold = folds.find(({ events }) => events.some(isMeant));
    const event = fold?.events.find(isMeant);
    if (!fold || !event) return;
    if (openId !== null || unfolded.has(fold.key)) toggle(event.id, false);
    else {
      const ids = fold.events.map(({ id }) => id);
      setAll(ids, !ids.every((id) => selected.has(id)));
    }
  });
  return (
    <Foot>
      <ExportArea />
      {/* Always there, or the first announcement of a new region would be missed. */}
      <VisuallyHidden role="status">{selected.size > 0 ? SELECTED.count(selected.size) : ""}</VisuallyHidden>
      {selected.size > 0 && <SelectionBar onExport={onExport} />}
    </Foot>
  );
}
