"use client";

import { useShortcut } from "#components/shell/use-shortcut.ts";
import { neighbour } from "#lib/client/log/event-list.ts";
import type { EventView } from "#lib/contract/events.ts";
import { eventLinkId } from "./event-row.tsx";

interface EventKeys {
  /** Those that have a row. */
  events: readonly EventView[];
  /** The row of the open event, by the id of its event. */
  openId: string | null;
  onShow: (id: string) => void;
  onPause: () => void;
  onHelp: () => void;
  onExport: () => void;
}

/** j and k move through the open events, or through the list while none is open; the others act on the screen. */
export function useEventKeys({ events, openId, onShow, ...acts }: EventKeys): void {
  const move = (steps: number) => {
    if (openId !== null) {
      const next = neighbour(events, openId, steps);
      if (next) onShow(next.id);
      return;
    }
    const focused = events.find(({ id }) => document.activeElement?.id === eventLinkId(id));
    const next = focused ? neighbour(events, focused.id, steps) : events[0];
    if (next) document.getElementById(eventLinkId(next.id))?.focus();
  };
  useShortcut("j", () => move(1));
  useShortcut("k", () => move(-1));
  useShortcut("p", acts.onPause);
  useShortcut("e", acts.onExport);
  useShortcut("?", acts.onHelp);
}
