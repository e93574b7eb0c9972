import { storesWithTroubledDestinations } from "#lib/features/destinations/troubles.records.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { enqueueJobs } from "#lib/platform/queue/enqueue.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";

/** Jobs written in one transaction. */
const BATCH = 200;

/**
 * Has alerts decided about where a destination takes nothing for a while, was turned off, or gave events up, and where
 * that is over. Safe to run twice.
 */
export const watchDestinationsTask = defineTask("watch-destinations", async (_, { now }) => {
  const stores = await storesWithTroubledDestinations(now);
  for (let start = 0; start < stores.length; start += BATCH) {
    const jobs = stores.slice(start, start + BATCH).map((storeHash) => ({ payload: { storeHash } }));
    await inTransaction((tx) => enqueueJobs(tx, "check-alerts", jobs));
  }
});
