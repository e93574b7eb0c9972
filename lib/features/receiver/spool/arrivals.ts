import type { Proof } from "#lib/contract/events.ts";
import type { SealedStore } from "#lib/features/stores/secrets.records.ts";

/** A proven arrival as it waits on this machine: not parsed, since what is known of its store may be old by then. */
export interface SpooledArrival {
  storeHash: string;
  body: Uint8Array;
  /** Secret values masked. */
  headers: Readonly<Record<string, string>>;
  proof: Proof;
  arrivedAt: Date;
  /** It carried a mark of our own that was good when it came. */
  isMarked: boolean;
  isDemo: boolean;
}

/** One that waits, with its number in its file. */
export interface WaitingArrival extends SpooledArrival {
  id: number;
}

/** What has to be known of a store to prove its deliveries, sealed as the database has it. */
export type StoreCopy = SealedStore;

/** What a file holds. */
export interface SpoolContents {
  /** Arrivals that wait, by store. */
  byStore: Map<string, number>;
  /** When the one arrived that has waited longest, those set aside left out; null when none waits. */
  oldestAt: Date | null;
  /** Arrivals that no database took, though it took others. */
  aside: number;
}
