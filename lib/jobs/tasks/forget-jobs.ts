import { defineTask } from "#lib/jobs/define-task.ts";
import { forgetFailedJobs } from "#lib/jobs/failed-jobs.ts";
import { log } from "#lib/log/log.ts";
import { DAY_MS } from "#lib/time.ts";

/** As long as runs that are over, and by default events: who asks what became of something finds all of it or nothing. */
const KEPT_DAYS = 30;

/** Forgets jobs that failed for good a month ago, and says so: it is the last word about them. Safe to run twice. */
export const forgetJobsTask = defineTask("forget-jobs", async (_, { now }) => {
  const jobs = await forgetFailedJobs(new Date(now.getTime() - KEPT_DAYS * DAY_MS));
  if (Object.keys(jobs).length > 0) log.warn({ jobs }, "forgot jobs that failed for good long ago");
});
