"use client";

import { useCallback, useMemo, useState } from "react";
import type { EventPage, EventView } from "#lib/contract/events.ts";
import { eventsInSight, foldEvents, type EventFold } from "#lib/client/log/fold-events.ts";

export interface Folds {
  /** Undefined while the first page loads. */
  folds: readonly EventFold[] | undefined;
  /** Keys of those whose events are shown one by one. */
  unfolded: ReadonlySet<string>;
  /** Events that have a row. */
  inSight: readonly EventView[];
  /** Ids of all events as they stand on the screen, folded ones too. */
  order: readonly string[];
  toggle: (key: string) => void;
}

/** The log with the events of one action put together, and which of these somebody opened. */
export function useFolds(page: EventPage | undefined): Folds {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const folds = useMemo(() => page && foldEvents(page.events), [page]);
  const inSight = useMemo(() => eventsInSight(folds ?? [], unfolded), [folds, unfolded]);
  const order = useMemo(() => folds?.flatMap(({ events }) => events.map(({ id }) => id)) ?? [], [folds]);
  const toggle = useCallback((key: string) => {
    setUnfolded((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  return { folds, unfolded, inSight, order, toggle };
}
