import { setTimeout as rest } from "node:timers/promises";

/** Rows that one statement deletes: it holds their locks for some tens of milliseconds, and no one waits longer. */
export const BATCH_ROWS = 1_000;
/** States of things are larger: each may have 64 KB. */
export const BATCH_STATES = 200;

/** What bounds a work in batches. */
export interface BatchOptions {
  clock(): Date;
  /** Fires when the worker stops. */
  signal?: AbortSignal | undefined;
  /** No batch is begun after this; absent, all of it is done. */
  until?: Date | undefined;
}

/**
 * Deletes in batches until one is not full. Rests after each for as long as it took, so that it has half of a connection
 * at most and others come between.
 * @param size Rows of a full batch.
 * @param batch Deletes at most `size` rows and says how many. Each is a transaction of its own.
 * @returns whether all is done; false when the time was over first.
 * @throws the signal's reason when the worker stops.
 */
export async function inBatches(
  size: number,
  batch: (size: number) => Promise<number>,
  { clock, signal, until }: BatchOptions,
): Promise<boolean> {
  for (;;) {
    signal?.throwIfAborted();
    if (until && clock() >= until) return false;
    const beganMs = performance.now();
    if ((await batch(size)) < size) return true;
    await rest(performance.now() - beganMs);
  }
}
