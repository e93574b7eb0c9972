import { BACKGROUND } from "#lib/bigcommerce/retry.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { lookAtStore } from "#lib/jobs/look.ts";
import { refreshStoreProfile } from "#lib/stores/profile.ts";
import { findStore } from "#lib/stores/records.ts";

/**
 * Makes a store's hooks what they should be. When something failed that may pass, the job fails, and is tried again
 * with what is left to do. Safe to run twice.
 */
export const reconcileStoreTask = defineTask(
  "reconcile-store",
  async ({ storeHash, because }, { now, signal }) => {
    const patience = { ...BACKGROUND, signal };
    const isFirst = because === "install";
    const looked = await lookAtStore(storeHash, { now, patience, isFirst });
    if (!looked) return;
    if (looked.reconciled && (isFirst || (await findStore(storeHash))?.name === null)) {
      await refreshStoreProfile(storeHash, patience);
    }
    if (looked.passing) throw looked.passing;
  },
);
