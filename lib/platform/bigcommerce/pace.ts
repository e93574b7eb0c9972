/** Down to this share of the quota calls go as they come. */
const FAST_SHARE = 0.5;
/** This share is left to people and to the store's other apps: a call that can wait does not touch it. */
const RESERVE_SHARE = 0.1;

/** What is known of a store's quota at BigCommerce. Times are milliseconds of one clock, whichever that is. */
export interface Pace {
  /** Calls that a window has room for; null until BigCommerce said so. */
  quota: number | null;
  windowMs: number;
  /** Calls left in the window at least, with those taken off that have no answer yet. */
  left: number;
  /** When the window ends at the latest. */
  resetsAtMs: number;
  /** Answers to calls that were sent before this are about an earlier window. */
  windowFromMs: number;
  /** Calls without an answer yet. */
  underWay: number;
  lastCallAtMs: number;
  /** BigCommerce turned a call away and takes none until then. */
  heldUntilMs: number;
}

/** A store that was not called yet. */
export const UNKNOWN_PACE: Pace = {
  quota: null,
  windowMs: 0,
  left: 0,
  resetsAtMs: -Infinity,
  windowFromMs: -Infinity,
  underWay: 0,
  lastCallAtMs: -Infinity,
  heldUntilMs: -Infinity,
};

/**
 * Milliseconds to wait before the next call, so that the quota is not spent: none for the first half of it, then evenly
 * over what remains of the window, and until its end once only the reserve is left. After a refusal, until BigCommerce
 * takes calls again. Ask again after the wait: others may have called meanwhile. Pure.
 */
export function paceWaitMs(pace: Pace, nowMs: number): number {
  const { quota, left, resetsAtMs, lastCallAtMs, heldUntilMs } = pace;
  if (heldUntilMs > nowMs) return Math.ceil(heldUntilMs - nowMs);
  if (quota === null || nowMs >= resetsAtMs) return 0;
  const usable = left - Math.ceil(quota * RESERVE_SHARE);
  if (usable <= 0) return Math.ceil(resetsAtMs - nowMs);
  if (left > quota * FAST_SHARE) return 0;
  const gapMs = (resetsAtMs - lastCallAtMs) / (usable + 1);
  return Math.max(0, Math.ceil(lastCallAtMs + gapMs - nowMs));
}

/** The pace once a call is sent. The first one after the end of a window begins the next. Pure. */
export function paceAfterCall(pace: Pace, nowMs: number): Pace {
  const sent = { ...pace, underWay: pace.underWay + 1, lastCallAtMs: nowMs };
  if (pace.quota === null) return sent;
  if (nowMs < pace.resetsAtMs) return { ...sent, left: pace.left - 1 };
  return { ...sent, left: pace.quota - 1, resetsAtMs: nowMs + pace.windowMs, windowFromMs: nowMs };
}

/** The pace once a call ended without an answer, which may have been counted all the same. Pure. */
export function paceAfterSilence(pace: Pace): Pace {
  return { ...pace, underWay: pace.underWay - 1 };
}

/** An answer as far as the pace is concerned. */
export interface PacedAnswer {
  headers: Headers;
  /** How long BigCommerce takes no calls by its own account; null when it did not refuse, or named no time. */
  refusedForMs: number | null;
  /** When the call was sent. */
  sentAtMs: number;
}

/**
 * The pace once a call is answered. BigCommerce counts every app's calls, and may not have counted yet what is under way
 * here, so that of both counts the smaller one holds. Pure. Source: BigCommerce docs, API rate limits.
 */
export function paceAfterAnswer(
  pace: Pace,
  { headers, refusedForMs, sentAtMs }: PacedAnswer,
  nowMs: number,
): Pace {
  const underWay = pace.underWay - 1;
  const heldUntilMs = Math.max(pace.heldUntilMs, nowMs + (refusedForMs ?? -Infinity));
  const answered = { ...pace, underWay, heldUntilMs };
  const quota = figure(headers, "Requests-Quota");
  const left = figure(headers, "Requests-Left");
  const resetMs = figure(headers, "Time-Reset-Ms");
  if (quota === null || left === null || resetMs === null || sentAtMs < pace.windowFromMs) return answered;
  const windowMs = figure(headers, "Time-Window-Ms") ?? resetMs;
  const resetsAtMs = nowMs + resetMs;
  // The window's end comes out a little differently with each answer, but never by half a window.
  const isNext = pace.quota === null || resetsAtMs > pace.resetsAtMs + windowMs / 2;
  return {
    ...answered,
    quota,
    windowMs,
    left: isNext ? left - underWay : Math.min(pace.left, left - underWay),
    resetsAtMs: isNext ? resetsAtMs : Math.min(pace.resetsAtMs, resetsAtMs),
    windowFromMs: isNext ? sentAtMs : pace.windowFromMs,
  };
}

function figure(headers: Headers, name: string): number | null {
  const value = Number(headers.get(`X-Rate-Limit-${name}`) || Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

/** What others of a store have left of its quota. */
export interface QuotaRoom {
  /** From 1, nothing is spent, to 0. */
  share: number;
  /** Milliseconds until the window ends, or until BigCommerce takes calls again. */
  renewedInMs: number;
}

/** How much of the store's quota is left, for those who leave a larger share to others than everyone does. Pure. */
export function quotaRoom({ quota, left, resetsAtMs, heldUntilMs }: Pace, nowMs: number): QuotaRoom {
  if (heldUntilMs > nowMs) return { share: 0, renewedInMs: heldUntilMs - nowMs };
  if (quota === null || nowMs >= resetsAtMs) return { share: 1, renewedInMs: 0 };
  return { share: Math.max(0, left) / quota, renewedInMs: resetsAtMs - nowMs };
}
