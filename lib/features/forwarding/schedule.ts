import type { DeliveryOutcome, ScheduleName } from "#lib/contract/values/destinations.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/time.ts";

/** From the end of each attempt to the next one. Source: Standard Webhooks 1.0.0, retry schedule. */
const WAITS_MS: readonly number[] = [
  5_000,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];
const ATTEMPTS_MAX = { standard: WAITS_MS.length + 1, short: 4 } as const satisfies Record<
  ScheduleName,
  number
>;
/** Of an event that a receiver does not want: it may be mended at once, and hardly later. */
const UNWELCOME_MAX = 3;
/** Each wait is so much shorter or longer, so that what failed together does not come back together. */
const SPREAD = 0.2;

/** The last attempt to deliver an event. */
export interface Tried {
  schedule: ScheduleName;
  outcome: DeliveryOutcome;
  /** Attempts that were made, this one included. */
  attempts: number;
  /** As {@link Judged} has it. */
  notBefore: Date | null;
}

/**
 * When an event is sent again; null when it never is, because it arrived or is given up. An event that met a receiver
 * that wants nothing anymore waits like another one, since a person may turn the destination on again. Pure.
 * @param random From 0 to 1.
 */
export function nextTry(
  { schedule, outcome, attempts, notBefore }: Tried,
  now: Date,
  random: number,
): Date | null {
  const waitMs = WAITS_MS[attempts - 1];
  if (waitMs === undefined || attempts >= attemptsMax(schedule, outcome)) return null;
  const atMs = now.getTime() + Math.round(waitMs * (1 - SPREAD + 2 * SPREAD * random));
  return new Date(Math.max(atMs, notBefore?.getTime() ?? 0));
}

/** Most attempts to deliver an event whose last one came to this. Pure. */
function attemptsMax(schedule: ScheduleName, outcome: DeliveryOutcome): number {
  switch (outcome) {
    case "ill":
    case "busy":
    case "gone":
      return ATTEMPTS_MAX[schedule];
    case "unwelcome":
      return UNWELCOME_MAX;
    case "delivered":
    case "given_up":
    case "refused":
    case "broken":
      return 0;
  }
}
