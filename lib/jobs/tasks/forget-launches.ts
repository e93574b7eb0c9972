import { forgetExpiredLaunches } from "#lib/features/auth/records.ts";
import { defineTask } from "#lib/jobs/define-task.ts";

/** Forgets launches whose JWT expired. Safe to run twice. */
export const forgetLaunchesTask = defineTask("forget-launches", (_, { now }) => forgetExpiredLaunches(now));
