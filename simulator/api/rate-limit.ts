/** Length of a window in milliseconds. Source: BigCommerce docs, API rate limits. */
export const WINDOW_MS = 30_000;

/** How a request stands with its store's quota. */
export interface QuotaState {
  isSpent: boolean;
  quota: number;
  left: number;
  resetMs: number;
}

/** Counts the requests of each store in windows of 30 s. All apps of a store share its quota. */
export class RateLimiter {
  readonly #windows = new Map<string, { startedAtMs: number; requests: number }>();

  /** Takes one request of `quota` from the store's window at `nowMs` (real time, milliseconds). */
  take(storeHash: string, quota: number, nowMs: number): QuotaState {
    let window = this.#windows.get(storeHash);
    if (!window || nowMs - window.startedAtMs >= WINDOW_MS) {
      window = { startedAtMs: nowMs, requests: 0 };
      this.#windows.set(storeHash, window);
    }
    window.requests += 1;
    return {
      isSpent: window.requests > quota,
      quota,
      left: Math.max(0, quota - window.requests),
      resetMs: window.startedAtMs + WINDOW_MS - nowMs,
    };
  }

  /** Starts all windows afresh. */
  reset(): void {
    this.#windows.clear();
  }
}

/** The headers that tell a client how it stands. `X-Retry-After` comes with a refusal only. */
export function rateLimitHeaders(state: QuotaState): Record<string, string> {
  return {
    "X-Rate-Limit-Time-Window-Ms": String(WINDOW_MS),
    "X-Rate-Limit-Time-Reset-Ms": String(state.resetMs),
    "X-Rate-Limit-Requests-Quota": String(state.quota),
    "X-Rate-Limit-Requests-Left": String(state.left),
    ...(state.isSpent ? { "X-Retry-After": String(Math.ceil(state.resetMs / 1000)) } : {}),
  };
}
