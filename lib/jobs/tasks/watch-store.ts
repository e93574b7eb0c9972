import { UNHURRIED } from "#lib/platform/bigcommerce/retry.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { checkStore } from "#lib/jobs/check-store.ts";

/** One check of a watched store; the next one is enqueued by it, whatever it finds. Safe to run twice. */
export const watchStoreTask = defineTask("watch-store", async ({ storeHash }, { now, signal }) => {
  await checkStore(storeHash, {
    now,
    patience: { ...UNHURRIED, signal },
    isFirst: false,
  });
});
