import { uninstallStore } from "#lib/auth/uninstall.ts";
import { storeApi } from "#lib/bigcommerce/client.ts";
import { Unauthorized } from "#lib/bigcommerce/errors.ts";
import { BACKGROUND } from "#lib/bigcommerce/retry.ts";
import { checkConnection } from "#lib/bigcommerce/store.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { storeCredentials } from "#lib/stores/records.ts";

/**
 * Believes an event that tells of an uninstallation only when BigCommerce refuses the token. A store that was
 * installed again meanwhile has another token and stays. Safe to run twice.
 */
export const confirmUninstallTask = defineTask(
  "confirm-uninstall",
  async ({ storeHash }, { now, signal }) => {
    const asked = await storeCredentials(storeHash);
    if (!asked) return;
    try {
      await checkConnection(storeApi(asked, { ...BACKGROUND, signal }));
    } catch (error) {
      if (!(error instanceof Unauthorized)) throw error;
      const present = await storeCredentials(storeHash);
      if (present?.accessToken === asked.accessToken) await uninstallStore(storeHash, now);
    }
  },
);
