import { MINUTE_MS } from "#lib/time.ts";

/** So many refusals of BigCommerce's own deliveries within the time are a sign that it pauses deliveries soon. */
const REFUSALS_MAX = 10;
const WITHIN_MS = 2 * MINUTE_MS;

const isPast = (at: number | undefined, nowMs: number) => at === undefined || nowMs - at >= WITHIN_MS;

/** Counts how often each store's deliveries were refused lately, and says when that is worth a look at its webhooks. */
export class RefusalRate {
  readonly #lately = new Map<string, { at: number; count: number }[]>();
  readonly #lookedAt = new Map<string, number>();

  /** @returns whether a look is due; not again for a store within two minutes. */
  isAlarming(storeHash: string, count: number, nowMs: number): boolean {
    const lately = [...(this.#lately.get(storeHash) ?? []), { at: nowMs, count }].filter(
      ({ at }) => !isPast(at, nowMs),
    );
    this.#lately.set(storeHash, lately);
    const sum = lately.reduce((all, each) => all + each.count, 0);
    if (sum <= REFUSALS_MAX || !isPast(this.#lookedAt.get(storeHash), nowMs)) return false;
    this.#lookedAt.set(storeHash, nowMs);
    return true;
  }

  /** Forgets the stores that were refused nothing lately. Goes over all that are kept, so once for many counts. */
  forgetPast(nowMs: number): void {
    for (const [hash, counts] of this.#lately) {
      if (!isPast(counts.at(-1)?.at, nowMs)) continue;
      this.#lately.delete(hash);
      this.#lookedAt.delete(hash);
    }
  }

  /** Stores that are kept. */
  get size(): number {
    return this.#lately.size;
  }
}
