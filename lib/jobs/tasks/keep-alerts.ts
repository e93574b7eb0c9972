import { forgetMessages } from "#lib/features/alerts/messages.records.ts";
import { closeAbandonedAlerts, forgetClosedAlerts, storesWithTrouble } from "#lib/features/alerts/records.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { enqueueJobs } from "#lib/platform/queue/enqueue.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { DAY_MS } from "#lib/time.ts";

/** Long enough to look up what was told of an incident. */
const KEPT_DAYS = 90;
/** Jobs written in one transaction. */
const BATCH = 200;

/**
 * Has alerts decided about where trouble shows without a check of the hooks: deliveries that are refused, a BigCommerce
 * that stays silent, a reminder that is due. Closes what uninstalled stores left, and forgets what is old. Safe to run twice.
 */
export const keepAlertsTask = defineTask("keep-alerts", async (_, { now }) => {
  await closeAbandonedAlerts(now);
  const stores = await storesWithTrouble(new Date(now.getTime() - DAY_MS));
  for (let start = 0; start < stores.length; start += BATCH) {
    const jobs = stores.slice(start, start + BATCH).map((storeHash) => ({ payload: { storeHash } }));
    await inTransaction((tx) => enqueueJobs(tx, "check-alerts", jobs));
  }
  const oldest = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  await forgetMessages(oldest);
  await forgetClosedAlerts(oldest);
});
