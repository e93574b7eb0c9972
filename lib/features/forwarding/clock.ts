/** The time as forwarding sees it. A test may let it go faster. */
export interface Clock {
  now(): Date;
  /** Milliseconds that are never put back. */
  nowMs(): number;
  /** Acts once, so many milliseconds from now. @returns what ends it before; may be called twice. */
  after(ms: number, act: () => void): () => void;
}

/** The machine's own. */
export const MACHINE_CLOCK: Clock = {
  now: () => new Date(),
  nowMs: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};
