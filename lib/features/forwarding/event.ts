import type { EventRow } from "#lib/features/events/records.ts";
import type { StoreHash } from "#lib/ids.ts";

/** What reading the order, product or customer of an event found. */
export interface ThingFacts {
  /** As BigCommerce answered it; null when it is gone, or could not be read. */
  thing: unknown;
  changes: readonly { field: string; before: unknown; after: unknown }[];
  /** `ChangesState` of `lib/contract/changes.ts`: why there are changes, or why there are none. */
  changesState: string;
}

/** An event on its way to a destination. */
export interface ForwardedEvent extends Omit<EventRow, "proof" | "flags" | "isDemo"> {
  storeHash: StoreHash;
  /** Null where no reading was asked for, or none is known yet. */
  facts: ThingFacts | null;
}
