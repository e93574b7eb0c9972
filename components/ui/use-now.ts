"use client";

import { useSyncExternalStore } from "react";

/** How often relative times move, in milliseconds. */
const TICK_MS = 10_000;

const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

const tick = () => {
  nowMs = Date.now();
  for (const notify of listeners) notify();
};

function subscribe(notify: () => void): () => void {
  listeners.add(notify);
  if (listeners.size === 1) {
    nowMs = Date.now();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(notify);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The time in milliseconds, one clock for the whole page, ten seconds a step; null on the server. */
export function useNow(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => nowMs,
    () => null,
  );
}
