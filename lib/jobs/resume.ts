import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";

/**
 * Enqueues every run that is under way once more, for a worker that starts: the job of one that was killed is given back
 * after a minute or two only, and a person may be watching. Repeatable: of two workers at one run, one leaves it alone.
 */
export async function enqueueOpenRuns(): Promise<void> {
  const stores = await database().prisma.run.groupBy({ by: ["storeHash"], where: { endedAt: null } });
  await inTransaction(async (tx) => {
    for (const { storeHash } of stores)
      await enqueueJob(tx, "carry-out-runs", { storeHash: StoreHash.parse(storeHash) });
  });
}

/**
 * Enqueues every erasure that is under way once more, for a worker that starts: the job of one that was killed is given
 * back after a minute or two only. Repeatable: of two workers at one erasure, one leaves it alone.
 */
export async function enqueueOpenErasures(): Promise<void> {
  const stores = await database().prisma.erasure.groupBy({ by: ["storeHash"], where: { endedAt: null } });
  await inTransaction(async (tx) => {
    for (const { storeHash } of stores)
      await enqueueJob(tx, "erase-data", { storeHash: StoreHash.parse(storeHash) });
  });
}
