import { uninstallIfGone } from "#lib/callbacks/uninstall.ts";
import { BACKGROUND } from "#lib/platform/bigcommerce/retry.ts";
import { defineTask } from "#lib/jobs/define-task.ts";

/** Believes that a store removed the app only when BigCommerce refuses the token. Safe to run twice. */
export const confirmUninstallTask = defineTask(
  "confirm-uninstall",
  async ({ storeHash }, { now, signal }) => {
    await uninstallIfGone(storeHash, now, { ...BACKGROUND, signal });
  },
);
