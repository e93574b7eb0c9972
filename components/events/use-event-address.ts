"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import {
  eventAddressQuery,
  eventIdOfPath,
  parseEventAddress,
  type EventAddress,
  type EventFilters,
} from "#lib/client/event-address.ts";
import { eventPath, pagePath } from "#lib/client/paths.ts";

/** What the address bar asks for, and the ways to ask for something else. Nothing is loaded anew by that. */
export function useEventAddress(store: string) {
  const query = useSearchParams();
  const path = usePathname();
  const address = useMemo(() => parseEventAddress(new URLSearchParams(query)), [query]);
  const openId = eventIdOfPath(store, path);

  const go = useCallback(
    (next: EventAddress, id: string | null) => {
      const page = id === null ? pagePath(store, "events") : eventPath(store, id);
      window.history.pushState(null, "", page + eventAddressQuery(next));
    },
    [store],
  );
  return {
    address,
    openId,
    open: (id: string) => go(address, id),
    close: () => go(address, null),
    /** Other filters begin with their newest page; an open event closes, for it may not be among them. */
    filter: (change: Partial<EventFilters>) => go({ ...address, ...change, trail: [] }, null),
    turnTo: (trail: readonly string[]) => go({ ...address, trail }, openId),
    resize: (pageSize: number) => go({ ...address, pageSize, trail: [] }, openId),
  };
}
