import type { BreakerState } from "./breaker.ts";

/** How far a destination is in its store's log, and how it is. */
export interface FeedState {
  positionSeq: bigint;
  breaker: BreakerState | null;
  lastFailure: string | null;
  lastStatus: number | null;
  illSince: Date | null;
  nextAt: Date | null;
  lastDeliveredAt: Date | null;
}

/** What a claim hangs by. */
export interface Held {
  destinationId: string;
  epoch: number;
}
