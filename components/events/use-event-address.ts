"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import {
  eventAddressQuery,
  eventIdOfPath,
  parseEventAddress,
  type EventFilters,
} from "#lib/client/log/event-address.ts";
import { eventPath, pagePath } from "#lib/client/paths.ts";

/** What the address bar asks for, and the ways to ask for something else. Nothing is loaded anew by that. */
export function useEventAddress(store: string) {
  const { here, go: goTo } = usePromptAddress();
  const { address, openId } = useMemo(() => {
    const [path = "", query = ""] = here.split("?");
    return {
      address: parseEventAddress(new URLSearchParams(query)),
      openId: eventIdOfPath(store, path),
    };
  }, [here, store]);

  // Made anew only with the address, so that rows can tell that nothing about them changed.
  const ways = useMemo(() => {
    const go = (next: EventFilters, id: string | null) => {
      const page = id === null ? pagePath(store, "events") : eventPath(store, id);
      goTo(page + eventAddressQuery(next));
    };
    return {
      open: (id: string) => go(address, id),
      close: () => go(address, null),
      /** An open event closes, for it may not be among those that other filters find. */
      filter: (change: Partial<EventFilters>) => go({ ...address, ...change }, null),
    };
  }, [address, goTo, store]);
  return { address, openId, ...ways };
}

/**
 * The address as it was last asked for. The router takes note of it in a transition, which a busy page delays: a
 * checkbox that hangs on the address would stay as it was meanwhile.
 */
function usePromptAddress(): { here: string; go: (to: string) => void } {
  const path = usePathname();
  const query = useSearchParams().toString();
  const routed = query === "" ? path : `${path}?${query}`;
  const [state, setState] = useState({ routed, here: routed, goal: "" });

  if (state.routed !== routed) {
    const isOnTheWay = state.goal !== "" && state.goal !== routed;
    setState(isOnTheWay ? { ...state, routed } : { routed, here: routed, goal: "" });
  }
  useEffect(() => {
    // Going back asks for an address as well, and nobody calls `go` for it.
    const forget = () => setState((before) => ({ ...before, goal: "" }));
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);

  const go = useCallback((to: string) => {
    window.history.pushState(null, "", to);
    setState((before) => ({ ...before, here: to, goal: before.routed === to ? "" : to }));
  }, []);
  return { here: state.here, go };
}
