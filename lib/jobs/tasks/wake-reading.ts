import { defineTask } from "#lib/jobs/define-task.ts";
import { enqueueEnrichment } from "#lib/jobs/wake-enrichment.ts";

/** Wakes the reading of every store with events that no one looked at, for want of a notification. Safe to run twice. */
export const wakeReadingTask = defineTask("wake-reading", (_, { now }) => enqueueEnrichment(null, now));
