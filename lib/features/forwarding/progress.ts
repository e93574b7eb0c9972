/** How an event came to its end at a destination. `kept`: it waits, or was given up, in `delivery_retries`. */
export type Ending = "delivered" | "kept" | "not_wanted" | "skipped";

interface Seen {
  seq: bigint;
  /** Null while it is not finished. */
  end: { ending: Ending; atMs: number } | null;
}

/**
 * How far a destination is in its store's log. Commits do not end in the order of their numbers, so the position passes only what
 * was seen and finished for a while, and never what is not finished; what is known above it is kept here.
 */
export class Progress {
  #position: bigint;
  #cursor: bigint;
  readonly #seen = new Map<bigint, Seen>();
  /** In the order of the numbers; those before `#first` were passed. */
  #order: Seen[] = [];
  #first = 0;
  /** Those before it are finished. */
  #done = 0;

  constructor(position: bigint) {
    this.#position = position;
    this.#cursor = position;
  }

  /** Every event up to it is done. */
  get position(): bigint {
    return this.#position;
  }

  /** The highest number that was seen. */
  get cursor(): bigint {
    return this.#cursor;
  }

  /** Every number up to it that was seen is finished. Costs what was finished since it was asked last. */
  get done(): bigint {
    while (this.#order[this.#done]?.end) this.#done++;
    return this.#done > this.#first ? (this.#order[this.#done - 1]?.seq ?? this.#position) : this.#position;
  }

  /** Numbers above the position that are known. */
  get size(): number {
    return this.#seen.size;
  }

  has(seq: bigint): boolean {
    return seq <= this.#position || this.#seen.has(seq);
  }

  /** Notes an event. @returns whether it is a new one. */
  see(seq: bigint): boolean {
    if (this.has(seq)) return false;
    const seen: Seen = { seq, end: null };
    this.#seen.set(seq, seen);
    if (seq > this.#cursor) {
      this.#cursor = seq;
      this.#order.push(seen);
    } else {
      const place = this.#placeOf(seq);
      this.#order.splice(place, 0, seen);
      this.#done = Math.min(this.#done, place);
    }
    return true;
  }

  /** Notes how an event ended; a later ending counts. What is not known, or was passed, is left alone. */
  finish(seq: bigint, ending: Ending, atMs: number): void {
    const seen = this.#seen.get(seq);
    if (seen) seen.end = { ending, atMs };
  }

  /** The events between the position and the cursor that are not finished. */
  unfinished(): bigint[] {
    return this.#order.slice(this.#first).flatMap(({ seq, end }) => (end === null ? [seq] : []));
  }

  /**
   * Moves the position past what was finished before a time.
   * @returns how many it passed of each ending; null when it stays.
   */
  advance(beforeMs: number): Record<Ending, number> | null {
    const passed = { delivered: 0, kept: 0, not_wanted: 0, skipped: 0 };
    let next = this.#first;
    for (; next < this.#order.length; next++) {
      const seen = this.#order[next];
      if (!seen?.end || seen.end.atMs > beforeMs) break;
      passed[seen.end.ending]++;
      this.#seen.delete(seen.seq);
      this.#position = seen.seq;
    }
    if (next === this.#first) return null;
    this.#first = next;
    this.#done = Math.max(this.#done, next);
    if (this.#first * 2 > this.#order.length) {
      this.#order = this.#order.slice(this.#first);
      this.#done -= this.#first;
      this.#first = 0;
    }
    return passed;
  }

  #placeOf(seq: bigint): number {
    let [low, high] = [this.#first, this.#order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#order[middle]?.seq ?? 0n) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
