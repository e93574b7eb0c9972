/** Requests that may start at once after a timer came late, as a part of a second's: so slow timers cost no rate. */
const BURST_SECONDS = 1 / 50;

/**
 * Holds the starts of requests to a rate: a bucket of one, or of a fiftieth of a second's where that is more. It begins empty, so
 * that a new owner never adds to what the one before it began. Pure but for its own state.
 */
export class Bucket {
  readonly #perMs: number;
  readonly #most: number;
  #tokens = 0;
  #atMs: number;

  /** @param perSecond Null is no limit. */
  constructor(perSecond: number | null, nowMs: number) {
    this.#perMs = perSecond === null ? Infinity : perSecond / 1_000;
    this.#most = perSecond === null ? Infinity : Math.max(1, perSecond * BURST_SECONDS);
    this.#atMs = nowMs;
  }

  /** How long until a request may start; 0 when one may now. */
  waitMs(nowMs: number): number {
    if (this.#perMs === Infinity) return 0;
    this.#fill(nowMs);
    return this.#tokens >= 1 ? 0 : (1 - this.#tokens) / this.#perMs;
  }

  /** A request starts. */
  take(nowMs: number): void {
    if (this.#perMs === Infinity) return;
    this.#fill(nowMs);
    this.#tokens--;
  }

  #fill(nowMs: number): void {
    this.#tokens = Math.min(this.#most, this.#tokens + (nowMs - this.#atMs) * this.#perMs);
    this.#atMs = nowMs;
  }
}
