import type { DestinationState } from "#lib/contract/values/destinations.ts";
import { MINUTE_MS } from "#lib/time.ts";

/** An event that waits for longer since it came says that a destination is slow. */
const SLOW_MS = 2 * MINUTE_MS;

/** What tells how a destination is. */
export interface StateFacts {
  isOn: boolean;
  offAt: Date | null;
  createdAt: Date;
  /** Since when it does not take what it is sent. */
  illSince: Date | null;
  /** What the last attempt came to, if that was no success. */
  lastFailure: string | null;
  lastDeliveredAt: Date | null;
  /** When it, or an event that waits, is tried next. */
  nextAt: Date | null;
  /** When the first event came that was not sent to it yet. */
  behindSince: Date | null;
  /** Events that were given up. */
  failed: number;
}

export interface StateNow {
  state: DestinationState;
  /** Since when it is so; null when nobody noted it. */
  since: Date | null;
  nextAt: Date | null;
}

/** How a destination is, for people. Pure. */
export function stateOf(facts: StateFacts, now: Date): StateNow {
  const { isOn, offAt, createdAt, illSince, lastFailure, lastDeliveredAt, nextAt, behindSince, failed } =
    facts;
  if (!isOn) return { state: "off", since: offAt, nextAt: null };
  if (illSince !== null) return { state: "ill", since: illSince, nextAt };
  const asksToWait = lastFailure?.startsWith("RECEIVER_BUSY") ?? false;
  const isBehind = behindSince !== null && now.getTime() - behindSince.getTime() > SLOW_MS;
  if (asksToWait || isBehind) return { state: "slow", since: behindSince, nextAt };
  const wasSent = lastDeliveredAt !== null || lastFailure !== null || failed > 0;
  return wasSent ? { state: "working", since: null, nextAt } : { state: "new", since: createdAt, nextAt };
}
