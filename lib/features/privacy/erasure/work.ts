import { withEnrichmentLock, asOnlyEraser } from "#lib/features/stores/locks.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { BATCH_ROWS, BATCH_STATES, type BatchOptions, inBatches } from "#lib/features/privacy/batches.ts";
import { MAY_COME_MS } from "./repeats.ts";
import { endErasure, eraseEvents, eraseStates, openErasure, type OpenErasure } from "./records.ts";

/** A killed worker's lock ends with its connection; a living one keeps it for as long as it works. */
const WORKER_WAIT_MS = 2_000;
/** One job reads things for 20 seconds at most. */
const READING_WAIT_MS = 60_000;

/** Things of the store are being read; to be tried again. Never leaves the job. */
class EnrichmentUnderWay extends AppError {
  readonly code = "CHECK_RUNNING";
  readonly retryable = true;
}

/**
 * Works on a store's erasures to their end. Each batch saves its progress, so that another process continues where
 * this one stopped. Repeatable, by any number of processes: one works, the others leave it alone.
 * @throws {AppError} when a reading of things does not end; and, with a stop of the worker, its reason.
 */
export async function workOnErasures(store: StoreHash, options: BatchOptions): Promise<void> {
  await asOnlyEraser(store, WORKER_WAIT_MS, async () => {
    for (let open = await openErasure(store); open; open = await openErasure(store))
      await erase(store, open, options);
  });
}

async function erase(store: StoreHash, erasure: OpenErasure, options: BatchOptions): Promise<void> {
  const { clock } = options;
  const mayComeSince = new Date(clock().getTime() - MAY_COME_MS);
  await inBatches(BATCH_ROWS, (size) => eraseEvents(erasure, size, mayComeSince, clock()), options);
  // What is being read meanwhile would be written down after it was erased.
  const finish = async () => {
    await inBatches(BATCH_STATES, (size) => eraseStates(erasure, size), options);
    await endErasure(erasure, store, clock());
  };
  if (!(await withEnrichmentLock(store, finish, READING_WAIT_MS)))
    throw new EnrichmentUnderWay(`the things of store ${store} are being read`);
  log.info({ storeHash: store, erasure: String(erasure.id) }, "an erasure is done");
}
