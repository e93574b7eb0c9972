/** Tells the time that retries, deactivation, the block-list and the 90 days run on. */
export interface VirtualClock {
  /** Milliseconds since 1970: real time plus all that the clock was moved on by. */
  nowMs(): number;
  /** Milliseconds by which the clock is ahead of real time. */
  offsetMs(): number;
  /** Puts the clock `offsetMs` milliseconds ahead of real time. It never goes back: a smaller offset is ignored. */
  moveTo(offsetMs: number): void;
}

/**
 * A clock that passes as real time does and can be moved on.
 * `keeper` holds the offset, so that it lives in the saved state and survives a restart.
 */
export function virtualClock(keeper: () => { clockOffsetMs: number }): VirtualClock {
  return {
    nowMs: () => Date.now() + keeper().clockOffsetMs,
    offsetMs: () => keeper().clockOffsetMs,
    moveTo: (offsetMs) => {
      keeper().clockOffsetMs = Math.max(keeper().clockOffsetMs, offsetMs);
    },
  };
}
