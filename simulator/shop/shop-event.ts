/** Something that happened in a shop, before it is fanned out to the hooks that want it. */
export interface ShopEvent {
  scope: string;
  data: unknown;
}

/** Hands a shop's events to the delivery engine and returns their hashes, in the same order. */
export type FireEvents = (storeHash: string, events: readonly ShopEvent[]) => string[];
