import { defineTask } from "#lib/jobs/define-task.ts";
import { enqueueJob } from "#lib/jobs/enqueue.ts";
import { inTransaction, installedStores } from "#lib/stores/records.ts";

/** The hour's checks are spread over most of it, so that they end before the next hour's begin. */
const SPREAD_MS = 50 * 60_000;
/** Jobs written in one transaction. */
const BATCH = 200;

/**
 * When each of `count` stores has its turn, evenly over 50 minutes from `now`; the same store has its turn at about
 * the same minute of every hour. Pure.
 */
export function turns(count: number, now: Date): Date[] {
  return Array.from({ length: count }, (_, index) => new Date(now.getTime() + (SPREAD_MS * index) / count));
}

/**
 * Enqueues a check of every installed store, each at its turn. Safe to run twice: a waiting check is replaced, not
 * doubled.
 */
export async function enqueueChecks(because: "hourly" | "address", now: Date): Promise<void> {
  const stores = await installedStores();
  const times = turns(stores.length, now);
  const jobs = stores.map((storeHash, index) => ({ storeHash, runAt: times[index] ?? now }));
  for (let start = 0; start < jobs.length; start += BATCH) {
    await inTransaction(async (tx) => {
      for (const { storeHash, runAt } of jobs.slice(start, start + BATCH)) {
        // A key of its own: it must not put off a check that an installation or a launch asked for.
        const jobKey = `reconcile-store:${because}:${storeHash}`;
        await enqueueJob(tx, "reconcile-store", { storeHash, because }, { runAt, jobKey });
      }
    });
  }
}

export const reconcileAllTask = defineTask("reconcile-all", ({ because }, { now }) =>
  enqueueChecks(because, now),
);
