/**
 * Seconds between a failed attempt and the next one.
 * Source: BigCommerce docs, Webhooks overview, callback retry mechanism.
 */
export const RETRY_WAITS_SECONDS = [
  60, 180, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 50_400, 86_400,
] as const;

/** Attempts in all, the first one included; after the last failure the hook is switched off. */
export const ATTEMPTS_MAX = RETRY_WAITS_SECONDS.length + 1;

/** Days without anything sent after which BigCommerce switches a hook off. Source: Webhooks overview. */
export const INACTIVITY_DAYS_MAX = 90;

/**
 * When to try again.
 * @param failures how many attempts have failed so far, at least 1
 * @param failedAtMs when the latest of them failed, in milliseconds
 * @returns the time of the next attempt in milliseconds, or null when the attempts are spent
 */
export function nextAttemptMs(failures: number, failedAtMs: number): number | null {
  const waitSeconds = RETRY_WAITS_SECONDS[failures - 1];
  return waitSeconds === undefined ? null : failedAtMs + waitSeconds * 1000;
}

/** Whether a hook that was last active at `lastActivityMs` has been quiet for too long at `nowMs`. */
export function isTooQuiet(lastActivityMs: number, nowMs: number): boolean {
  return nowMs - lastActivityMs >= INACTIVITY_DAYS_MAX * 86_400_000;
}
