import { BACKGROUND } from "#lib/bigcommerce/retry.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { refreshStoreProfile } from "#lib/stores/profile.ts";
import { findStore } from "#lib/stores/records.ts";
import { reconcileStore } from "#lib/subscriptions/reconcile.ts";

/**
 * Makes a store's hooks what they should be. When something failed that may pass, the job fails, and is tried again
 * with what is left to do. Safe to run twice.
 */
export const reconcileStoreTask = defineTask(
  "reconcile-store",
  async ({ storeHash, because }, { now, signal }) => {
    const store = await findStore(storeHash);
    if (!store?.accessTokenSealed || store.uninstalledAt) return;
    const patience = { ...BACKGROUND, signal };
    const { failures } = await reconcileStore(storeHash, { by: "keeper", now, patience });
    if (because === "install" || store.name === null) await refreshStoreProfile(storeHash, patience);
    const passing = [...failures.values()].find(({ retryable }) => retryable);
    if (passing) throw passing;
  },
);
