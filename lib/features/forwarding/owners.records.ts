import { DESTINATIONS_CHANNEL } from "#lib/platform/db/channels.ts";
import { database } from "#lib/platform/db/client.ts";
import { workersThere } from "#lib/platform/queue/presence.ts";
import type { FeedState, Held } from "./feed.ts";

/** A destination that a worker sends to, alone among all workers until its claim runs out. */
export interface Claim extends FeedState {
  destinationId: string;
  epoch: number;
  /** Whether a person had it tried at once since its last owner. */
  isAsked: boolean;
}

// A store that removed the app is sent nothing, and one that is off neither.
const IS_WANTED = `destinations.is_on AND EXISTS (
  SELECT FROM stores WHERE stores.hash = destinations.store_hash AND uninstalled_at IS NULL)`;

/**
 * Claims destinations that no one owns, for as long as `ownMs` by the database's clock. Each claim raises the epoch, so that
 * whatever its last owner writes from then on changes nothing. Any number of workers may claim at once.
 * @param limit At most so many.
 */
export async function claimFeeds(ownerId: string, limit: number, ownMs: number): Promise<Claim[]> {
  const { rows } = await database().pool.query<Claim & { positionSeq: string }>(
    `WITH free AS (
       SELECT destination_id, asked_at IS NOT NULL AS is_asked FROM feeds JOIN destinations ON destinations.id = destination_id
       WHERE (owned_until IS NULL OR owned_until < now()) AND ${IS_WANTED}
       LIMIT $2 FOR UPDATE OF feeds SKIP LOCKED)
     UPDATE feeds SET owner_id = $1, epoch = epoch + 1, written_no = 0, asked_at = NULL,
       owned_until = now() + $3 * interval '1 millisecond'
     FROM free WHERE feeds.destination_id = free.destination_id
     RETURNING feeds.destination_id AS "destinationId", epoch, position_seq AS "positionSeq", breaker,
       last_failure AS "lastFailure", last_status AS "lastStatus", ill_since AS "illSince", next_at AS "nextAt",
       last_delivered_at AS "lastDeliveredAt", is_asked AS "isAsked"`,
    [ownerId, limit, ownMs],
  );
  return rows.map((row) => ({ ...row, positionSeq: BigInt(row.positionSeq) }));
}

/**
 * Holds claims for as long again. One that ran out is not renewed, although no one else may have it yet.
 * @returns ids of the destinations that are held still.
 */
export async function renewFeeds(
  ownerId: string,
  held: readonly Held[],
  ownMs: number,
): Promise<Set<string>> {
  const { rows } = await database().pool.query<{ id: string }>(
    `WITH mine AS MATERIALIZED (
       SELECT feeds.destination_id FROM feeds
       JOIN unnest($2::text[], $3::int[]) AS held (destination_id, epoch) USING (destination_id, epoch)
       WHERE owner_id = $1 AND owned_until > now()
       ORDER BY destination_id FOR UPDATE OF feeds)
     UPDATE feeds SET owned_until = now() + $4 * interval '1 millisecond'
     FROM mine WHERE feeds.destination_id = mine.destination_id RETURNING feeds.destination_id AS id`,
    [ownerId, ids(held), epochs(held), ownMs],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes over that a person had a destination tried at once. @returns whether someone did, since it was taken over last. */
export async function takeAsked(ownerId: string, { destinationId, epoch }: Held): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `UPDATE feeds SET asked_at = NULL
     WHERE destination_id = $1 AND epoch = $2 AND owner_id = $3 AND asked_at IS NOT NULL`,
    [destinationId, epoch, ownerId],
  );
  return rowCount === 1;
}

/** Gives claims back, for other workers to take. Repeatable. */
export async function releaseFeeds(ownerId: string, held: readonly Held[]): Promise<void> {
  await database().pool.query(
    `WITH mine AS MATERIALIZED (
       SELECT feeds.destination_id FROM feeds
       JOIN unnest($2::text[], $3::int[]) AS held (destination_id, epoch) USING (destination_id, epoch)
       WHERE owner_id = $1 ORDER BY destination_id FOR UPDATE OF feeds)
     UPDATE feeds SET owner_id = NULL, owned_until = NULL
     FROM mine WHERE feeds.destination_id = mine.destination_id`,
    [ownerId, ids(held), epochs(held)],
  );
}

/** Tells all workers that destinations were given back, so that none waits for their next look. Repeatable. */
export async function announceFree(): Promise<void> {
  await database().pool.query("SELECT pg_notify($1, '')", [DESTINATIONS_CHANNEL]);
}

/**
 * How many destinations one worker should have: all that are on, evenly over the workers that are there.
 * @param ownerId Counts as one of them.
 */
export async function fairShare(ownerId: string): Promise<number> {
  const [there, { rows }] = await Promise.all([
    workersThere(),
    database().pool.query<{ wanted: number; owners: number }>(
      `SELECT count(*)::int AS wanted,
         (count(DISTINCT owner_id) FILTER (WHERE owned_until > now() AND owner_id <> $1))::int AS owners
       FROM feeds JOIN destinations ON destinations.id = destination_id WHERE ${IS_WANTED}`,
      [ownerId],
    ),
  ]);
  const { wanted = 0, owners = 0 } = rows[0] ?? {};
  return Math.ceil(wanted / Math.max(1, there, owners + 1));
}

const ids = (held: readonly Held[]) => held.map(({ destinationId }) => destinationId);
const epochs = (held: readonly Held[]) => held.map(({ epoch }) => epoch);
