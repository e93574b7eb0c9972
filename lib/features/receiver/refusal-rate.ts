import { MINUTE_MS } from "#lib/time.ts";

/** So many refusals of BigCommerce's own deliveries within the time are a sign that it pauses deliveries soon. */
const REFUSALS_MAX = 10;
const WITHIN_MS = 2 * MINUTE_MS;

/** Counts how often each store's deliveries were refused lately, and says when that is worth a look at its webhooks. */
export class RefusalRate {
  readonly #lately = new Map<string, { at: number; count: number }[]>();
  readonly #lookedAt = new Map<string, number>();

  /** @returns whether a look is due; not again for a store within two minutes. */
  isAlarming(storeHash: string, count: number, nowMs: number): boolean {
    const isLate = (at: number | undefined) => at === undefined || nowMs - at >= WITHIN_MS;
    const lately = [...(this.#lately.get(storeHash) ?? []), { at: nowMs, count }].filter(
      ({ at }) => !isLate(at),
    );
    this.#lately.set(storeHash, lately);
    for (const [hash, counts] of this.#lately) {
      if (!isLate(counts.at(-1)?.at)) continue;
      this.#lately.delete(hash);
      this.#lookedAt.delete(hash);
    }
    const sum = lately.reduce((all, each) => all + each.count, 0);
    if (sum <= REFUSALS_MAX || !isLate(this.#lookedAt.get(storeHash))) return false;
    this.#lookedAt.set(storeHash, nowMs);
    return true;
  }
}
