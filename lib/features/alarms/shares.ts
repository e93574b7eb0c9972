import { MINUTE_MS } from "#lib/time.ts";

/** Windows of the alarms for Prometheus. */
const REFUSED_MS = 2 * MINUTE_MS;
const UNPROVEN_MS = 10 * MINUTE_MS;
/** A share of fewer says little. */
const REFUSED_MIN = 5;
const UNPROVEN_MIN = 20;

/** Deliveries since the process began, by what became of them. */
export interface Counts {
  /** Committed, or kept on the disk. */
  taken: number;
  /** Answered with 503. */
  refused: number;
  /** Refused because their proof was wrong. */
  unproven: number;
}

/** Tells shares of the last minutes from counts that only rise. */
export class Shares {
  readonly #looks: { atMs: number; counts: Counts }[] = [];

  /** Takes what is counted now. @param nowMs Of a clock that is never put back. */
  look(counts: Counts, nowMs: number): { refusedShare: number | null; unprovenShare: number | null } {
    this.#looks.push({ atMs: nowMs, counts });
    while ((this.#looks[1]?.atMs ?? Infinity) <= nowMs - UNPROVEN_MS) this.#looks.shift();
    const since = (ms: number, kind: "refused" | "unproven", min: number) => {
      const before = this.#looks.findLast(({ atMs }) => atMs <= nowMs - ms) ?? this.#looks[0];
      const bad = counts[kind] - (before?.counts[kind] ?? 0);
      return bad < min ? null : bad / (bad + counts.taken - (before?.counts.taken ?? 0));
    };
    return {
      refusedShare: since(REFUSED_MS, "refused", REFUSED_MIN),
      unprovenShare: since(UNPROVEN_MS, "unproven", UNPROVEN_MIN),
    };
  }
}
