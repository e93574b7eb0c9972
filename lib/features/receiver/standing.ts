import { Trouble } from "#lib/log/trouble.ts";
import { receiver } from "./receive.ts";
import type { SpoolStanding } from "./spool/detour.ts";

const UNOPENED = new Trouble({ level: "error", message: "the receiver of deliveries cannot be opened" });

/** How a process's receiver is doing. */
export interface ReceiverStanding {
  /** Deliveries are acknowledged: they are committed, or the spool keeps them. */
  isTaking: boolean;
  clockAheadSeconds: number | null;
  /** Null where there is none. */
  spool: SpoolStanding | null;
}

/** Of a receiver that is not open. */
export const UNKNOWN_STANDING: ReceiverStanding = { isTaking: false, clockAheadSeconds: null, spool: null };

/**
 * Whether this process takes arrivals now, and how far its clock is ahead of BigCommerce's, as far as arrivals told.
 * Opens its receiver, when that was not done before. Never throws.
 */
export async function receiverStanding(now: Date): Promise<ReceiverStanding> {
  try {
    const open = await receiver();
    const isTaking = await open.isTaking(now);
    return { isTaking, clockAheadSeconds: open.clockAheadSeconds(now), spool: open.spoolStanding };
  } catch (error) {
    UNOPENED.met(error);
    return UNKNOWN_STANDING;
  }
}
