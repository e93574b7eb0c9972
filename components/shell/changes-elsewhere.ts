"use client";

import { useCallback, useEffect, useRef } from "react";
import { useSWRConfig } from "swr";
import { isStandingKey } from "#lib/client/fetcher/keys.ts";
import { useLive } from "#lib/client/live/use-live.ts";

/** Between two readings, in milliseconds: a run of many changes tells of each. */
const REST_MS = 1_000;

/**
 * Has what is shown of the webhooks read again when they change elsewhere: in another window, by another person, or by Keeper
 * itself; and when the page, hidden or without focus until then, is looked at again. The line that tells of it also ends with
 * the person's access to the store, which the page then says at once.
 */
export function ChangesElsewhere({ store }: { store: string }): null {
  const { mutate } = useSWRConfig();
  const refresh = useCallback(() => mutate(isStandingKey(store)), [mutate, store]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const readAt = useRef(0);
  const read = useCallback(() => {
    if (timer.current !== null) return;
    const waitMs = Math.max(0, readAt.current + REST_MS - Date.now());
    timer.current = setTimeout(() => {
      timer.current = null;
      readAt.current = Date.now();
      // A reading that fails is the affair of whoever shows it.
      refresh().catch(() => undefined);
    }, waitMs);
  }, [refresh]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  useEffect(() => {
    window.addEventListener("focus", read);
    return () => window.removeEventListener("focus", read);
  }, [read]);
  useLive(store, true, read, "subscriptions/stream");
  return null;
}
