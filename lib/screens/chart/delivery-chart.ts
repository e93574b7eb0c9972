import type { DeliveryChart, DeliveryChartQuery } from "#lib/contract/chart.ts";
import { destinationOf } from "#lib/features/destinations/destinations.records.ts";
import { DestinationNotFound } from "#lib/features/destinations/errors.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { knownZone } from "#lib/features/subscriptions/store-clock.ts";
import type { StoreHash } from "#lib/ids.ts";
import { bucketsOf } from "./buckets.ts";
import { bucketDeliveries } from "./records.ts";

/**
 * What was sent to a destination over time. Read only.
 * @throws {DestinationNotFound} also for another store's.
 */
export async function readDeliveryChart(
  store: StoreHash,
  id: string,
  { period }: DeliveryChartQuery,
  now: Date,
): Promise<DeliveryChart> {
  if (!(await destinationOf(store, id))) throw new DestinationNotFound("the store has no such destination");
  const timeZone = knownZone((await findStore(store))?.timezone ?? null);
  const buckets = bucketsOf(period, timeZone, now);
  const counts = new Map((await bucketDeliveries(id, buckets)).map((count) => [count.bucket, count]));
  return {
    period,
    timeZone,
    buckets: buckets.map(({ start }, index) => {
      const { delivered = 0, failed = 0 } = counts.get(index) ?? {};
      return { start: start.toISOString(), delivered, failed };
    }),
  };
}
