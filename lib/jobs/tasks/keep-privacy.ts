import { config } from "#lib/config/config.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { eraseWhatCameAgain } from "#lib/features/privacy/erasure/repeats.ts";
import { keepShorterRetentions, purgeGoneStores } from "#lib/features/privacy/purge.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";

/** Others wait for a worker meanwhile: what is not done by then is left to a later job. */
const JOB_MS_MAX = 20_000;
/** For as long as erased events may be sent again, it is looked for them so often. */
const LOOK_EVERY_MS = 5 * 60_000;

/**
 * Deletes what no one may keep any more: copies of erased events, what stores with a shorter retention no longer keep,
 * and everything of stores that are long gone. Safe to run twice, and at the same time.
 */
export const keepPrivacyTask = defineTask("keep-privacy", async (_, { now, signal }) => {
  const { eventRetentionDays } = config();
  const options = { clock: () => new Date(), signal, until: new Date(now.getTime() + JOB_MS_MAX) };
  const mayComeAgain = await eraseWhatCameAgain(options);
  const isDone =
    (await keepShorterRetentions(eventRetentionDays, options)) &&
    (await purgeGoneStores(eventRetentionDays, options));
  if (isDone && !mayComeAgain) return;
  const later = { jobKey: "keep-privacy:later" };
  const runAt = new Date(now.getTime() + LOOK_EVERY_MS);
  await inTransaction((tx) => enqueueJob(tx, "keep-privacy", {}, isDone ? { ...later, runAt } : later));
});
