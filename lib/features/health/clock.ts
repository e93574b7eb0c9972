import { AppError } from "#lib/errors.ts";

/** As far as BigCommerce may be ahead of us before its launches are refused; deliveries are refused at five minutes. */
const OFFSET_SECONDS_MAX = 60;

/** Seconds by which our clock is ahead of another, negative when it is behind; null when nothing is known of it. */
export interface ClockOffsets {
  database: number | null;
  /** BigCommerce's, by the times of what it signed. */
  deliveries: number | null;
}

/** Our clock and another are too far apart for what BigCommerce signs to be believed. */
export class ClockOff extends AppError {
  readonly code: `CLOCK_OFF_${"DATABASE" | "DELIVERIES"}`;
  readonly retryable = false;
  readonly aheadSeconds: number;

  constructor(against: keyof ClockOffsets, aheadSeconds: number) {
    const by = `${Math.abs(aheadSeconds)} s ${aheadSeconds > 0 ? "ahead of" : "behind"}`;
    super(
      `this machine's clock is ${by} ${against === "database" ? "the database's" : "the deliveries' times"}`,
    );
    this.code = against === "database" ? "CLOCK_OFF_DATABASE" : "CLOCK_OFF_DELIVERIES";
    this.aheadSeconds = aheadSeconds;
  }
}

/** What is wrong with our clock, by each of the others; nothing when they agree or are not known. Pure. */
export function clockFaults(offsets: ClockOffsets): ClockOff[] {
  return (["database", "deliveries"] as const).flatMap((against) => {
    const aheadSeconds = offsets[against];
    return aheadSeconds !== null && Math.abs(aheadSeconds) > OFFSET_SECONDS_MAX
      ? [new ClockOff(against, aheadSeconds)]
      : [];
  });
}

/**
 * How far our clock is ahead of another that was asked, in seconds, without what the time of asking leaves open. Pure.
 * @param theirMs What the other said, between `askedMs` and `answeredMs` on ours.
 */
export function aheadOf(theirMs: number, askedMs: number, answeredMs: number): number {
  if (theirMs > answeredMs) return Math.round((answeredMs - theirMs) / 1000);
  if (theirMs < askedMs) return Math.round((askedMs - theirMs) / 1000);
  return 0;
}
