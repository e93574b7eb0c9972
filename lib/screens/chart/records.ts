import { database } from "#lib/platform/db/client.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { Bucket } from "./buckets.ts";

/** Which part of a store's events a chart is of, and when its bars begin and end. */
export interface ChartScope {
  store: StoreHash;
  /** Event types; null for all of them. */
  scopes: readonly string[] | null;
  /** Oldest first, one after the other; each begins with an hour. */
  buckets: readonly Bucket[];
}

/** What a bucket has of one event type. */
export interface BucketCount {
  /** The bucket's place among the buckets. */
  bucket: number;
  scope: string;
  events: number;
  /** Arrivals beyond the first. */
  repeats: number;
}

/** From an event's own time to its first arrival, in milliseconds. */
export interface BucketDelay {
  bucket: number;
  median: number;
  p95: number;
}

/** Events and repeats by bucket and event type, from the roll-up, without tests. Buckets without any are absent. */
export function bucketCounts(chart: ChartScope): Promise<BucketCount[]> {
  return database().prisma.$queryRaw`
    SELECT ${bucketOf(chart)} AS bucket, scope, sum(events)::int AS events, sum(repeats)::int AS repeats
    FROM event_hours WHERE ${hoursOf(chart)} AND events + repeats > 0 GROUP BY 1, 2`;
}

/**
 * The delays of a sample by bucket: of each hour the newest `perHour` events, where several event types are asked for
 * those of the most frequent one in that hour. Reads by index and never more than that, however many events an hour has.
 * Buckets without events are absent. Events without a time of their own count as undelayed.
 */
export function bucketDelays(chart: ChartScope, perHour: number): Promise<BucketDelay[]> {
  const ofScope = chart.scopes ? Prisma.sql`AND scope = busy.scope` : Prisma.empty;
  return database().prisma.$queryRaw`
    SELECT ${bucketOf(chart)} AS bucket,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY delay) AS median,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY delay) AS p95
    FROM (
      SELECT DISTINCT ON (hour) hour, scope FROM event_hours
      WHERE ${hoursOf(chart)} AND events > 0 ORDER BY hour, events DESC
    ) AS busy CROSS JOIN LATERAL (
      SELECT greatest(0, extract(epoch FROM first_arrived_at - occurred_at) * 1000)::float8 AS delay FROM events
      WHERE store_hash = ${chart.store} AND occurred_at >= busy.hour
        AND occurred_at < busy.hour + interval '1 hour' AND NOT is_test ${ofScope}
      ORDER BY occurred_at DESC, seq DESC LIMIT ${perHour}
    ) AS newest
    GROUP BY 1`;
}

/** How many deliveries were refused, by bucket. Buckets without any are absent. */
export function bucketRejections(
  chart: Omit<ChartScope, "scopes">,
): Promise<{ bucket: number; count: number }[]> {
  return database().prisma.$queryRaw`
    SELECT ${bucketOf(chart)} AS bucket, sum(count)::float8 AS count
    FROM rejections WHERE ${hoursOf({ ...chart, scopes: null })} GROUP BY 1`;
}

/** What was sent to a destination, by bucket, from the roll-up. Buckets without any are absent. */
export function bucketDeliveries(
  destinationId: string,
  buckets: readonly Bucket[],
): Promise<{ bucket: number; delivered: number; failed: number }[]> {
  return database().prisma.$queryRaw`
    SELECT ${bucketOf({ buckets })} AS bucket, sum(delivered)::int AS delivered, sum(failed)::int AS failed
    FROM delivery_hours
    WHERE destination_id = ${destinationId} AND hour >= ${buckets[0]?.start} AND hour < ${buckets.at(-1)?.end}
    GROUP BY 1`;
}

function bucketOf({ buckets }: Pick<ChartScope, "buckets">): Prisma.Sql {
  const starts = buckets.map(({ start }) => start.toISOString());
  return Prisma.sql`width_bucket(hour, ${starts}::timestamptz[]) - 1`;
}

function hoursOf({ store, scopes, buckets }: ChartScope): Prisma.Sql {
  const ofScopes = scopes ? Prisma.sql`AND scope = ANY (${[...scopes]}::text[])` : Prisma.empty;
  // An event may say that it happens in the future; no bar is there for it.
  return Prisma.sql`store_hash = ${store} AND hour >= ${buckets[0]?.start} AND hour < ${buckets.at(-1)?.end} ${ofScopes}`;
}
