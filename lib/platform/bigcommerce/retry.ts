/** How long a caller is ready to wait. */
export interface Patience {
  /** Bound of a single call, its body included. */
  timeoutMs: number;
  /** Bound of all waiting between tries of one call. */
  waitMsMax: number;
  /** How often a call that met a passing fault is made again; as often as `waitMsMax` allows when absent. */
  faultRetriesMax?: number;
  /** Ends calls and waits early, when the process stops. */
  signal?: AbortSignal | undefined;
}

/** For a call that a person is waiting for. */
export const INTERACTIVE: Patience = { timeoutMs: 10_000, waitMsMax: 2_000 };

/** For a job: long enough for a whole quota window. Source: BigCommerce docs, API rate limits (30 s windows). */
export const BACKGROUND: Patience = { timeoutMs: 10_000, waitMsMax: 35_000 };

/**
 * For a call that the clock brought, in one of a worker's places: a store that is slow or silent, or whose quota is spent,
 * has another turn soon, and other stores wait.
 */
export const UNHURRIED: Patience = { timeoutMs: 7_000, waitMsMax: 10_000, faultRetriesMax: 1 };

/** The first wait when BigCommerce names none; each further one is twice as long, before jitter. */
const BACKOFF_MS = 500;
/** Wait after which a refusal without any times is worth another call. */
export const QUIET_REFUSAL_MS = 5_000;

/** Gateway failures that pass. A plain 500 is one of them, because rate limiting may surface as 500. */
const PASSING_FAULTS: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** A call that has its answer. */
export interface Attempt {
  method: "GET" | "POST" | "PUT" | "DELETE";
  status: number;
  headers: Headers;
  /** Tries before this one. */
  tries: number;
  /** Waited so far. */
  waitedMs: number;
  /** A number from 0 to 1, for the jitter. */
  chance: number;
}

/**
 * Milliseconds until BigCommerce takes calls again: the longer of `X-Retry-After` (seconds) and
 * `X-Rate-Limit-Time-Reset-Ms`; null when an answer names neither, which means that the whole platform is busy.
 * Source: BigCommerce docs, API rate limits.
 */
export function namedWaitMs(headers: Headers): number | null {
  const waits = [
    Number(headers.get("X-Retry-After") || Number.NaN) * 1_000,
    Number(headers.get("X-Rate-Limit-Time-Reset-Ms") || Number.NaN),
  ].filter((waitMs) => Number.isFinite(waitMs) && waitMs >= 0);
  return waits.length > 0 ? Math.max(...waits) : null;
}

/**
 * What to do after an answer: how many milliseconds to wait before the same call is made again, or null to take the
 * answer as it is. Only what is known to pass is tried again: 429 for any call, because it was turned away before any
 * work was done, and gateway failures for calls that may be repeated, up to `faultRetriesMax` times. Waits never exceed
 * `waitMsMax` together. Pure.
 */
export function waitBeforeRetryMs(
  attempt: Attempt,
  waitMsMax: number,
  faultRetriesMax = Infinity,
): number | null {
  const { method, status, headers, tries, waitedMs, chance } = attempt;
  const isRateLimited = status === 429;
  const isPassing = PASSING_FAULTS.has(status) && method !== "POST";
  if (!isRateLimited && !isPassing) return null;
  if (isPassing && tries >= faultRetriesMax) return null;
  const named = isRateLimited ? namedWaitMs(headers) : null;
  // Jitter only where BigCommerce named no time, from half to the whole, so that clients do not come back together.
  const waitMs = named ?? Math.round(BACKOFF_MS * 2 ** tries * (0.5 + chance / 2));
  return waitedMs + waitMs <= waitMsMax ? waitMs : null;
}
