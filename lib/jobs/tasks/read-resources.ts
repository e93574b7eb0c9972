import { UNHURRIED } from "#lib/platform/bigcommerce/retry.ts";
import { readBaseline } from "#lib/features/enrichment/baseline.ts";
import { readResources } from "#lib/features/enrichment/read-resources.ts";
import { findEnrichment } from "#lib/features/enrichment/records.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";

/** Others wait for a worker meanwhile: what BigCommerce does not take soon is tried by a later job. */
const WAIT_MS_MAX = 3_000;

/** Reads the things that a store's new events are about. Safe to run twice; what is not due yet is left to a later one. */
export const readResourcesTask = defineTask("read-resources", async ({ storeHash }, { signal }) => {
  const patience = { ...UNHURRIED, waitMsMax: WAIT_MS_MAX, signal };
  const options = { clock: () => new Date(), patience };
  if ((await findEnrichment(storeHash)) === null) await readBaseline(storeHash, options);
  const goOnAt = await readResources(storeHash, options);
  if (goOnAt === null) return;
  // A key of its own: news of other things, which need no waiting, must not have to wait for it.
  const later = { runAt: goOnAt, jobKey: `read-resources:later:${storeHash}` };
  await inTransaction((tx) => enqueueJob(tx, "read-resources", { storeHash }, later));
});
