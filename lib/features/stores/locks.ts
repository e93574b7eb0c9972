import type { StoreHash } from "#lib/ids.ts";
import { isLocked, withLock } from "#lib/platform/db/lock.ts";

/**
 * Does `work` unless another process reads the same store.
 * @param waitMs How long to wait until they are done.
 * @returns whether it was done.
 */
export async function withEnrichmentLock(
  storeHash: StoreHash,
  work: () => Promise<void>,
  waitMs = 0,
): Promise<boolean> {
  return (await withLock(`read-resources:${storeHash}`, waitMs, work)) !== null;
}

/** Does `work` as the only one that changes a store's menu entries, over all processes; null when another one is at it. */
export function asOnlyExtensionKeeper<T>(
  storeHash: StoreHash,
  waitMs: number,
  work: () => Promise<T>,
): Promise<{ result: T } | null> {
  return withLock(`extensions:${storeHash}`, waitMs, work);
}

export const checkLock = (storeHash: StoreHash) => `check:${storeHash}`;

/** Does `work` as the only check of a store, over all processes; null when another one did not end within `waitMs`. */
export function asOnlyCheck<T>(
  storeHash: StoreHash,
  waitMs: number,
  work: () => Promise<T>,
): Promise<{ result: T } | null> {
  return withLock(checkLock(storeHash), waitMs, work);
}

/** Whether a check of the store runs now, in any process. */
export function isCheckRunning(storeHash: StoreHash): Promise<boolean> {
  return isLocked(checkLock(storeHash));
}

/** Does `work` as the only worker of a store's erasures, over all processes; null when another one is at it. */
export function asOnlyEraser<T>(
  store: StoreHash,
  waitMs: number,
  work: () => Promise<T>,
): Promise<{ result: T } | null> {
  return withLock(`erasures:${store}`, waitMs, work);
}
