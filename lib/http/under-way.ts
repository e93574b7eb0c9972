import { TooManyRequests } from "./rate-limit.ts";

/** When somebody who found no room may ask again: nobody knows when those who have it will be done. */
const RETRY_AFTER_MS = 30_000;

/** Bounds how many long answers are under way at once: for each key, and in this process. */
export class UnderWay {
  readonly #what: string;
  readonly #ofKeyMax: number;
  readonly #allMax: number;
  readonly #byKey = new Map<string, number>();
  #all = 0;

  constructor(what: string, { ofKeyMax, allMax }: { ofKeyMax: number; allMax: number }) {
    this.#what = what;
    this.#ofKeyMax = ofKeyMax;
    this.#allMax = allMax;
  }

  /**
   * Takes a place.
   * @returns what gives it back; further calls of it do nothing.
   * @throws {TooManyRequests} when there is none.
   */
  enter(key: string): () => void {
    const ofKey = this.#byKey.get(key) ?? 0;
    if (ofKey >= this.#ofKeyMax || this.#all >= this.#allMax)
      throw new TooManyRequests(this.#what, RETRY_AFTER_MS);
    this.#byKey.set(key, ofKey + 1);
    this.#all++;
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      this.#all--;
      const left = (this.#byKey.get(key) ?? 1) - 1;
      if (left > 0) this.#byKey.set(key, left);
      else this.#byKey.delete(key);
    };
  }
}
