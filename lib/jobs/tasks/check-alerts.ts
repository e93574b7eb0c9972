import { checkAlerts } from "#lib/features/alerts/check.ts";
import { defineTask } from "#lib/jobs/define-task.ts";

/** Decides about a store's alerts by how it is doing now. Safe to run twice: nothing is told twice. */
export const checkAlertsTask = defineTask("check-alerts", async ({ storeHash }, { now }) => {
  await checkAlerts(storeHash, now);
});
