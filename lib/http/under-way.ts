import { TooManyRequests } from "./rate-limit.ts";

/** When a caller who found no room may ask again: no one knows when those who have it will be done. */
const RETRY_AFTER_MS = 30_000;

/** Bounds how many long answers are under way at once: for each key of each kind, and in this process. */
export class UnderWay {
  readonly #what: string;
  readonly #ofKeyMax: readonly number[];
  readonly #allMax: number;
  readonly #byKey = new Map<string, number>();
  #all = 0;

  /** @param bounds `ofKeyMax` has one bound for each kind of key, in the order in which `enter` is given them. */
  constructor(what: string, { ofKeyMax, allMax }: { ofKeyMax: readonly number[]; allMax: number }) {
    this.#what = what;
    this.#ofKeyMax = ofKeyMax;
    this.#allMax = allMax;
  }

  /**
   * Takes a place: one of each key's.
   * @param keys Of one kind each, such as a person and their store.
   * @returns what gives it back; further calls of it do nothing.
   * @throws {TooManyRequests} when there is none.
   */
  enter(...keys: readonly string[]): () => void {
    const counted = keys.map((key, kind) => `${kind} ${key}`);
    const isFull = this.#ofKeyMax.some((max, kind) => (this.#byKey.get(counted[kind] ?? "") ?? 0) >= max);
    if (isFull || this.#all >= this.#allMax) throw new TooManyRequests(this.#what, RETRY_AFTER_MS);
    for (const key of counted) this.#add(key, 1);
    this.#all++;
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      this.#all--;
      for (const key of counted) this.#add(key, -1);
    };
  }

  #add(key: string, count: number): void {
    const sum = (this.#byKey.get(key) ?? 0) + count;
    if (sum > 0) this.#byKey.set(key, sum);
    else this.#byKey.delete(key);
  }
}
