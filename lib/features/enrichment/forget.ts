import { dropSnapshots, storesRead } from "./snapshots.records.ts";

/** Readings that are kept of one store, whatever their age: of 4 KB each, as orders mostly are, some 400 MB. */
const SNAPSHOTS_OF_STORE_MAX = 100_000;

/** Drops what was read of all stores before a time, and what is more than a store may have. Repeatable. */
export async function forgetSnapshots(before: Date): Promise<void> {
  for (const storeHash of await storesRead()) await dropSnapshots(storeHash, before, SNAPSHOTS_OF_STORE_MAX);
}
