import { database } from "#lib/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { inTransaction } from "#lib/stores/records.ts";
import { destinationOf } from "#lib/subscriptions/plan.ts";
import { enqueueJob } from "./enqueue.ts";

/**
 * Enqueues a check of every installed store that has a hook at another address than the app's present one: after the
 * app has moved, its hooks follow. Repeatable.
 */
export async function enqueueMovedStores(appUrl: string): Promise<void> {
  const rows = await database().prisma.$queryRaw<{ hash: string }[]>`
    SELECT DISTINCT s.hash FROM hooks h JOIN stores s ON s.hash = h.store_hash
    WHERE s.uninstalled_at IS NULL AND s.access_token_sealed IS NOT NULL
      AND h.destination <> ${destinationOf(appUrl, "")} || h.store_hash
    ORDER BY s.hash`;
  for (const { hash } of rows) {
    const storeHash = StoreHash.parse(hash);
    await inTransaction((tx) => enqueueJob(tx, "reconcile-store", { storeHash, because: "address" }));
  }
}
