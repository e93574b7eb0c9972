import type { Outcomes, BlockReason, HostWindow } from "#simulator/world/host-window.ts";

/** The window that is looked at, in milliseconds. Source of all four: BigCommerce docs, Webhooks overview. */
export const WINDOW_MS = 120_000;
/** Requests in the window below which nothing is computed. */
export const REQUESTS_MIN = 100;
/** A lower share of successes than this blocks the host. */
export const SUCCESS_RATE_MIN = 0.9;
/** How long a block lasts, in milliseconds. */
export const BLOCK_MS = 180_000;

/** Under which key the window of a client and a destination is kept: all paths and stores of a host count together. */
export function hostKey(clientId: string, destination: string): string {
  return `${clientId} ${new URL(destination).host}`;
}

/** A window without any request. */
export function emptyWindow(clientId: string, destination: string): HostWindow {
  return { clientId, origin: new URL(destination).origin, outcomes: [], blockedUntilMs: 0, reasons: [] };
}

/** Whether deliveries to the host wait at `nowMs`. */
export const isBlocked = (window: HostWindow, nowMs: number): boolean => nowMs < window.blockedUntilMs;

/**
 * Notes how a request ended and changes `window` in place.
 * @param failure why it failed, null for a success
 * @returns true when this very request caused a block
 */
export function noteOutcome(window: HostWindow, failure: string | null, nowMs: number): boolean {
  const outcomes = window.outcomes;
  const firstLive = outcomes.findIndex(({ atMs }) => atMs > nowMs - WINDOW_MS);
  if (firstLive !== 0) outcomes.splice(0, firstLive === -1 ? outcomes.length : firstLive);

  const last = outcomes.at(-1);
  if (last?.atMs === nowMs && last.failure === failure) last.count += 1;
  else outcomes.push({ atMs: nowMs, failure, count: 1 });

  if (isBlocked(window, nowMs) || !isTooBad(outcomes)) return false;
  window.blockedUntilMs = nowMs + BLOCK_MS;
  window.reasons = reasonsOf(outcomes);
  return true;
}

function isTooBad(outcomes: readonly Outcomes[]): boolean {
  let all = 0;
  let successes = 0;
  for (const { failure, count } of outcomes) {
    all += count;
    if (failure === null) successes += count;
  }
  return all >= REQUESTS_MIN && successes / all < SUCCESS_RATE_MIN;
}

function reasonsOf(outcomes: readonly Outcomes[]): BlockReason[] {
  const reasons = new Map<string, BlockReason>();
  for (const { atMs, failure, count } of outcomes) {
    if (failure === null) continue;
    const reason = reasons.get(failure) ?? { failure_description: failure, count: 0, timestamp: 0 };
    reason.count += count;
    reason.timestamp = Math.floor(atMs / 1000);
    reasons.set(failure, reason);
  }
  return [...reasons.values()];
}
