import { forgetOldEntries } from "#lib/features/audit/audit.ts";
import { config } from "#lib/config/config.ts";
import { forgetSnapshots } from "#lib/features/enrichment/snapshots.records.ts";
import { placeAheadByArrival } from "#lib/features/events/ahead.records.ts";
import { mergeOldDays } from "#lib/features/events/merging.records.ts";
import { packOldDays } from "#lib/features/events/packing.records.ts";
import { keepPartitions } from "#lib/features/events/partitions.ts";
import { dayOf } from "#lib/features/events/slots.ts";
import { forgetDeliveryExceptions } from "#lib/features/delivery-exceptions/records.ts";
import { keepDeliveryPartitions } from "#lib/features/forwarding/partitions.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { log } from "#lib/log/log.ts";
import { forgetRejections } from "#lib/features/receiver/records.ts";
import { DAY_MS } from "#lib/time.ts";

/** Keeps the tables of events and deliveries in shape, and forgets refusals and readings as old as the oldest events, and old changes. Safe to run twice. */
export const keepPartitionsTask = defineTask("keep-partitions", async (_, { now }) => {
  const { eventRetentionDays } = config();
  const ahead = await placeAheadByArrival(now);
  const { made, dropped, waiting } = await keepPartitions(now, eventRetentionDays);
  const deliveries = await keepDeliveryPartitions(now, eventRetentionDays);
  made.push(...deliveries.made);
  dropped.push(...deliveries.dropped);
  waiting.push(...deliveries.waiting);
  const oldest = new Date(dayOf(now).getTime() - eventRetentionDays * DAY_MS);
  await forgetRejections(oldest);
  await forgetDeliveryExceptions(oldest);
  await forgetSnapshots(oldest);
  await forgetOldEntries(now);
  if (made.length > 0 || dropped.length > 0)
    log.info({ made, dropped }, "kept the days of events and deliveries");
  if (ahead > 0) log.info({ events: ahead }, "events that lay ahead are listed by their arrival");
  // Last, because it may take long.
  const { merged, waiting: unmerged } = await mergeOldDays(now, eventRetentionDays);
  if (merged.length > 0) log.info({ merged }, "merged old days of events");
  waiting.push(...unmerged);
  const { packed, waiting: unpacked } = await packOldDays(now);
  if (packed.length > 0) log.info({ packed }, "packed the indexes of days that are over");
  waiting.push(...unpacked);
  if (waiting.length > 0)
    log.warn({ waiting }, "somebody reads these days of events or deliveries; the next hour tries again");
});
