/** Between the first two lines about one cause; each gap is twice the one before. */
const FIRST_GAP_MS = 10_000;
const LONGEST_GAP_MS = 60 * 60_000;
/** A cause that was away for so long is news when it comes again. */
const FORGET_MS = 5 * 60_000;
/** Causes that are remembered; the oldest gives way. */
const CAUSES_MAX = 100;

interface Cause {
  saidAtMs: number;
  lastAtMs: number;
  gapMs: number;
  /** Occurrences since it was last said. */
  unsaid: number;
}

/** A time of trouble, from the first occurrence until it is over. */
export interface Spell {
  /** Occurrences in it, of every cause. */
  times: number;
  forMs: number;
}

/**
 * Decides when something that goes on is worth a line: at once, then ever more rarely, each cause by itself. It looks at
 * no clock: times are milliseconds of any clock that does not go back.
 */
export class Recurrence {
  readonly #causes = new Map<string, Cause>();
  #spell: { sinceMs: number; lastAtMs: number; times: number; isSaid: boolean } | undefined;

  /**
   * It happened.
   * @param times How often, when it was counted elsewhere.
   * @returns how often it did since it was last said, this time included; null when there is nothing to be said now.
   */
  occurred(cause: string, nowMs: number, times = 1): number | null {
    this.#spell ??= { sinceMs: nowMs, lastAtMs: nowMs, times: 0, isSaid: false };
    this.#spell.lastAtMs = nowMs;
    this.#spell.times += times;
    const known = this.#causes.get(cause) ?? this.#remember(cause, nowMs);
    if (nowMs - known.lastAtMs >= FORGET_MS) Object.assign(known, { saidAtMs: -Infinity, gapMs: 0 });
    known.lastAtMs = nowMs;
    known.unsaid += times;
    if (nowMs - known.saidAtMs < known.gapMs) return null;
    const count = known.unsaid;
    known.gapMs = Math.min(Math.max(known.gapMs * 2, FIRST_GAP_MS), LONGEST_GAP_MS);
    known.saidAtMs = nowMs;
    known.unsaid = 0;
    this.#spell.isSaid = true;
    return count;
  }

  /**
   * It went well. What is remembered of causes stays, so that trouble that comes and goes is not said each time.
   * @param calmMs It has to go well for so long before the trouble is over.
   * @returns the spell of trouble that this ends, when any of it was said; otherwise null.
   */
  ended(nowMs: number, calmMs: number): Spell | null {
    const spell = this.#spell;
    if (!spell || nowMs - spell.lastAtMs < calmMs) return null;
    this.#spell = undefined;
    return spell.isSaid ? { times: spell.times, forMs: Math.round(nowMs - spell.sinceMs) } : null;
  }

  #remember(name: string, nowMs: number): Cause {
    const [oldest] = this.#causes.keys();
    if (this.#causes.size >= CAUSES_MAX && oldest !== undefined) this.#causes.delete(oldest);
    const cause = { saidAtMs: -Infinity, lastAtMs: nowMs, gapMs: 0, unsaid: 0 };
    this.#causes.set(name, cause);
    return cause;
  }
}
