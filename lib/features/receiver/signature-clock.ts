/** Signed times that are remembered; half of them, rounded down, may be odd without a say. */
const SAMPLES_MAX = 15;
/** Fewer say nothing: a single late or repeated delivery is no clock. */
const SAMPLES_MIN = 5;
/** What came longer ago says nothing about now. */
const SAMPLE_MS_MAX = 10 * 60_000;

interface Sample {
  id: string;
  /** The signed time, less the steady clock's when it came: stays true when our own clock is put right. */
  theirsMs: number;
  atMs: number;
}

/**
 * Tells how far our clock is from BigCommerce's, by the times of deliveries that it signed. The middle one of several
 * counts, and each arrival once, so that no one who sends one again moves it. It looks at no clock: `steadyMs` is
 * of one that is never set, such as `performance.now()`.
 */
export class SignatureClock {
  #samples: Sample[] = [];

  /** @param id Of the arrival. @param signedAtSeconds Unix time of a right signature, old or not. */
  add(id: string, signedAtSeconds: number, steadyMs: number): void {
    if (this.#samples.some((sample) => sample.id === id)) return;
    this.#samples.push({ id, theirsMs: signedAtSeconds * 1000 - steadyMs, atMs: steadyMs });
    if (this.#samples.length > SAMPLES_MAX) this.#samples.shift();
  }

  /** Seconds by which our clock is ahead of BigCommerce's, negative when it is behind; null when too little came. */
  aheadSeconds(now: Date, steadyMs: number): number | null {
    this.#samples = this.#samples.filter(({ atMs }) => steadyMs - atMs <= SAMPLE_MS_MAX);
    if (this.#samples.length < SAMPLES_MIN) return null;
    const sorted = this.#samples.map(({ theirsMs }) => theirsMs).toSorted((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return Math.round((now.getTime() - steadyMs - middle) / 1000);
  }
}
