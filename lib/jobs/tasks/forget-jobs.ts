import { defineTask } from "#lib/jobs/define-task.ts";
import { log } from "#lib/log/log.ts";
import { database } from "#lib/platform/db/client.ts";
import { DAY_MS } from "#lib/time.ts";

/** As long as runs that are over, and by default events: who asks what became of something finds all of it or nothing. */
const KEPT_DAYS = 30;

/** Jobs deleted by one statement: some milliseconds of work, for which no one waits. */
const BATCH = 1_000;

/** Forgets jobs that failed for good a month ago, and says so: it is the last word about them. Safe to run twice. */
export const forgetJobsTask = defineTask("forget-jobs", async (_, { now }) => {
  const jobs = await forgetFailedJobs(new Date(now.getTime() - KEPT_DAYS * DAY_MS));
  if (Object.keys(jobs).length > 0) log.warn({ jobs }, "forgot jobs that failed for good long ago");
});

/**
 * Deletes jobs that failed so often that they are not tried again, a bounded number at a time. Until then you can
 * read each with its last error. The same work requested again is another job, so this undoes nothing. A running job
 * is left alone. Repeatable. Graphile Worker's own clean-up takes all of them, however new.
 * @param before Last tried before this time; that the same thing was asked for again counts as a try.
 * @returns how many of each name were deleted.
 */
export async function forgetFailedJobs(before: Date): Promise<Record<string, number>> {
  const { rows } = await database().pool.query<{ name: string; count: number }>(
    `WITH old AS MATERIALIZED (
       SELECT id, task_identifier AS name FROM graphile_worker.jobs
       WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at < $1 LIMIT $2)
     SELECT name, count(*)::int AS count
     FROM graphile_worker.complete_jobs(ARRAY(SELECT id FROM old)) AS gone JOIN old USING (id) GROUP BY name`,
    [before, BATCH],
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
