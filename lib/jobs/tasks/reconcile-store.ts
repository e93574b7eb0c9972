import { BACKGROUND, UNHURRIED } from "#lib/platform/bigcommerce/retry.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { checkStore } from "#lib/jobs/check-store.ts";
import { keepExtensions } from "#lib/features/extensions/keep.ts";
import { rankOf } from "#lib/platform/queue/jobs.ts";
import { refreshStoreProfile } from "#lib/features/stores/profile.ts";
import { findStore } from "#lib/features/stores/records.ts";

/**
 * Makes a store's hooks what they should be, and then what goes with them: its profile and its menu entries. When
 * something failed that may pass and a person waits for it, the job fails, and is tried again with what is left to do. Safe
 * to run twice.
 */
export const reconcileStoreTask = defineTask(
  "reconcile-store",
  async ({ storeHash, because }, { now, signal }) => {
    const isByClock = rankOf("reconcile-store", { storeHash, because }) === "clock";
    const patience = { ...(isByClock ? UNHURRIED : BACKGROUND), signal };
    const isFirst = because === "install";
    const result = await checkStore(storeHash, { now, patience, isFirst });
    if (!result) return;
    if (result.reconciled && (isFirst || (await findStore(storeHash))?.name === null)) {
      await refreshStoreProfile(storeHash, patience);
    }
    if (result.reconciled) await keepExtensions(storeHash, patience);
    // Whom the clock brought is watched by now, and has its turn again by that.
    if (result.passing && !isByClock) throw result.passing;
  },
);
