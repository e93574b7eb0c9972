import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { inTransaction } from "#lib/features/stores/records.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";

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
