import { keptSince } from "#lib/features/events/kept-since.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { BATCH_ROWS, BATCH_STATES, type BatchOptions, inBatches } from "./batches.ts";
import { storesKeepingLess } from "./records.ts";
import {
  deleteHistory,
  deleteOldDeliveries,
  deleteOldEvents,
  deleteOldHours,
  deleteOldRetries,
  deleteOldStates,
  deleteOldThings,
  deleteStore,
  storesGoneBefore,
} from "./purge.records.ts";
import { DAY_MS } from "#lib/time.ts";

/**
 * Deletes what stores with a shorter retention than everyone's no longer keep: events, their counts, what became of
 * them at destinations, and states of things. Repeatable.
 * @param operatorsDays Days after which whole days are dropped for all stores.
 * @returns whether all is done; false when the time was over first.
 */
export async function keepShorterRetentions(operatorsDays: number, options: BatchOptions): Promise<boolean> {
  for (const { hash, days } of await storesKeepingLess(operatorsDays)) {
    if (!(await deleteBefore(hash, keptSince(days, options.clock()), options))) return false;
  }
  return true;
}

/**
 * Deletes everything of stores that removed the app `days` days ago and did not install it again. One entry of the
 * audit log stays, which says so. Repeatable, and safe to be killed at any instant: the store's own row goes last.
 * @returns whether all is done; false when the time was over first.
 */
export async function purgeGoneStores(days: number, options: BatchOptions): Promise<boolean> {
  const removedBefore = new Date(options.clock().getTime() - days * DAY_MS);
  for (const hash of await storesGoneBefore(removedBefore)) {
    if ((await purgeStore(hash, { removedBefore, days }, options)) === null) return false;
  }
  return true;
}

/**
 * Deletes everything of one store that removed the app, and leaves one entry of the audit log. Repeatable, as above.
 * @param gone `removedBefore`: only when the app was removed before this; `days`: how long ago that was, for the entry.
 * @returns whether the store is gone: not when it is installed again by now. Null when the time was over first.
 */
export async function purgeStore(
  hash: StoreHash,
  { removedBefore, days }: { removedBefore: Date; days: number },
  options: BatchOptions,
): Promise<boolean | null> {
  const now = options.clock();
  // What comes in from now on belongs to a person who installs the app again at this very moment.
  const isEmpty =
    (await deleteBefore(hash, now, options)) &&
    (await inBatches(BATCH_ROWS, (size) => deleteHistory(hash, now, size), options));
  if (!isEmpty) return null;
  const reason: Sentence = { code: "store_removed", params: { days } };
  const isGone = await deleteStore(hash, removedBefore, reason, options.clock());
  if (isGone) log.info({ storeHash: hash }, "everything of a store that removed the app was deleted");
  return isGone;
}

async function deleteBefore(hash: StoreHash, before: Date, options: BatchOptions): Promise<boolean> {
  const isDone =
    (await inBatches(BATCH_ROWS, (size) => deleteOldEvents(hash, before, size), options)) &&
    (await inBatches(BATCH_ROWS, (size) => deleteOldDeliveries(hash, before, size), options)) &&
    (await inBatches(BATCH_ROWS, (size) => deleteOldRetries(hash, before, size), options)) &&
    (await inBatches(BATCH_STATES, (size) => deleteOldStates(hash, before, size), options)) &&
    (await inBatches(BATCH_ROWS, (size) => deleteOldThings(hash, before, size), options));
  if (isDone) await deleteOldHours(hash, before);
  return isDone;
}
