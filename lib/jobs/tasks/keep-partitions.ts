import { config } from "#lib/config.ts";
import { keepPartitions } from "#lib/events/partitions.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { log } from "#lib/log.ts";

/** Keeps the events table in shape. Safe to run twice. */
export const keepPartitionsTask = defineTask("keep-partitions", async (_, { now }) => {
  const { made, dropped } = await keepPartitions(now, config().eventRetentionDays);
  if (made.length > 0 || dropped.length > 0) log.info({ made, dropped }, "kept the days of events");
});
