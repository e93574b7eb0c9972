import { hourOf } from "#lib/time.ts";
import type { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";

/** Events are counted so far, and no further. */
export const COUNTED_MAX = 10_000;

/** How a destination does, as the tables have it. */
export interface Standing {
  destinationId: string;
  positionSeq: bigint;
  /** Up to where all is done that its worker has seen; the position follows a minute later. */
  doneSeq: bigint;
  lastFailure: string | null;
  lastStatus: number | null;
  illSince: Date | null;
  nextAt: Date | null;
  lastDeliveredAt: Date | null;
  /** Since the time that was asked for, in whole hours. */
  delivered: number;
  /** Events that wait for another attempt, and those that were given up. */
  waiting: number;
  failed: number;
  /** When the oldest of those that wait happened, and when the first of them is tried. */
  waitingSince: Date | null;
  retryAt: Date | null;
}

/** How the destinations of a store do. @param deliveredSince From when on successes are counted. */
export function standingsOf(storeHash: StoreHash, deliveredSince: Date): Promise<Standing[]> {
  return database().prisma.$queryRaw<Standing[]>`
    SELECT destination_id AS "destinationId", position_seq AS "positionSeq",
      greatest(position_seq, done_seq) AS "doneSeq", last_failure AS "lastFailure",
      last_status AS "lastStatus", ill_since AS "illSince", feeds.next_at AS "nextAt",
      last_delivered_at AS "lastDeliveredAt", hours.delivered, waiting.count AS waiting, failed.count AS failed,
      waiting.since AS "waitingSince", waiting.next_at AS "retryAt"
    FROM feeds
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(delivered), 0)::int AS delivered FROM delivery_hours
      WHERE destination_id = feeds.destination_id AND hour > ${hourOf(deliveredSince)}) AS hours
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, min(occurred_at) AS since, min(next_at) AS next_at FROM (
        SELECT occurred_at, next_at FROM delivery_retries
        WHERE destination_id = feeds.destination_id AND state = 'waiting' LIMIT ${COUNTED_MAX}) AS counted) AS waiting
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM (
        SELECT FROM delivery_retries
        WHERE destination_id = feeds.destination_id AND state = 'failed' LIMIT ${COUNTED_MAX}) AS counted) AS failed
    WHERE store_hash = ${storeHash}`;
}

/** Events of one scope behind a position. */
export interface Behind {
  scope: string;
  events: number;
  /** When the first of them happened, and when it came. */
  occurredAt: Date;
  arrivedAt: Date;
}

/** What lies behind a position of a store's log, without tests. */
export interface Backlog {
  /** By scope, among the next events in the order of arrival. */
  read: Behind[];
  /** When the last of these came; null unless more come after it. */
  readUntil: Date | null;
}

/**
 * What comes next behind what a destination has done, of a bounded number of events. What was delivered beyond, or is kept to
 * be tried again, is left out.
 * @param arrivedBefore What came later counts as being on its way.
 */
export async function backlogOf(
  storeHash: StoreHash,
  { destinationId, doneSeq }: Pick<Standing, "destinationId" | "doneSeq">,
  arrivedBefore: Date,
): Promise<Backlog> {
  const rows = await database().prisma.$queryRaw<(Behind & { readUntil: Date; all: number })[]>`
    WITH next AS MATERIALIZED (
      SELECT seq, scope, is_test, occurred_at, first_arrived_at FROM events
      WHERE store_hash = ${storeHash} AND seq > ${doneSeq} ORDER BY seq LIMIT ${COUNTED_MAX})
    SELECT scope, count(*) FILTER (WHERE counts)::int AS events,
      min(occurred_at) FILTER (WHERE counts) AS "occurredAt",
      min(first_arrived_at) FILTER (WHERE counts) AS "arrivedAt",
      (sum(count(*)) OVER ())::int AS all, max(max(first_arrived_at)) OVER () AS "readUntil"
    FROM (
      SELECT scope, occurred_at, first_arrived_at, NOT is_test AND first_arrived_at < ${arrivedBefore}
        AND done.seq IS NULL AND kept.seq IS NULL AS counts
      FROM next
      LEFT JOIN (SELECT DISTINCT seq FROM deliveries WHERE destination_id = ${destinationId} AND seq > ${doneSeq}
        AND seq <= (SELECT max(seq) FROM next) AND outcome = 'delivered') AS done USING (seq)
      LEFT JOIN (SELECT seq FROM delivery_retries WHERE destination_id = ${destinationId}
        AND seq > ${doneSeq}) AS kept USING (seq)) AS behind
    GROUP BY scope`;
  const isAll = (rows[0]?.all ?? 0) < COUNTED_MAX;
  return {
    read: rows.filter(({ events }) => events > 0),
    readUntil: isAll ? null : (rows[0]?.readUntil ?? null),
  };
}

/** Events of each scope in the hours after a time, by the roll-up. */
export function eventsSince(storeHash: StoreHash, since: Date): Promise<{ scope: string; events: number }[]> {
  return database().prisma.$queryRaw`
    SELECT scope, sum(events)::int AS events FROM event_hours
    WHERE store_hash = ${storeHash} AND hour > ${hourOf(since)} GROUP BY scope`;
}
