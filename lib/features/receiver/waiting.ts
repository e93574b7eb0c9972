import { processWide } from "#lib/process-wide.ts";

/** What waits for its commit, or is being committed. */
export interface Waiting {
  items: number;
  bytes: number;
}

/** What waits in the receiver of this process; the group commit keeps it right. Opens no receiver. */
export const waitingArrivals = (): Waiting => processWide("waiting arrivals", () => ({ items: 0, bytes: 0 }));
