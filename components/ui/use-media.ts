"use client";

import { useCallback, useSyncExternalStore } from "react";

/** From this width on there is room for a side panel. BigDesign's `desktop`. */
export const DESKTOP = "(min-width: 1025px)";

/** From this width on there is room for a drawer beside what it covers. BigDesign's `tablet`. */
export const TABLET = "(min-width: 720px)";

/** Whether a media query holds now. The server, and the first rendering in the browser, take `atFirst`. */
export function useMedia(query: string, atFirst = true): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", notify);
      return () => list.removeEventListener("change", notify);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => atFirst,
  );
}

const never = () => () => undefined;

/** False on the server and in the first rendering, true afterwards: for parts that touch `document` while rendering. */
export function useIsMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
