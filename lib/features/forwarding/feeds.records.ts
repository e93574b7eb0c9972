import { database } from "#lib/platform/db/client.ts";
import type { OffReason } from "#lib/contract/values/destinations.ts";
import type { StoreHash } from "#lib/ids.ts";
import { DESTINATIONS_CHANNEL } from "#lib/platform/db/channels.ts";
import type { Held } from "./feed.ts";

/** The arrival numbers of a store's events after one number, up to another, in their order. */
export async function seqsBetween(store: StoreHash, after: bigint, upTo: bigint): Promise<bigint[]> {
  const { rows } = await database().pool.query<{ seq: string }>(
    "SELECT seq FROM events WHERE store_hash = $1 AND seq > $2 AND seq <= $3 ORDER BY seq",
    [store, after, upTo],
  );
  return rows.map(({ seq }) => BigInt(seq));
}

/** The newest event about each thing among these arrival numbers of a store. */
export async function newestOfThings(
  store: StoreHash,
  seqs: readonly bigint[],
): Promise<{ resourceType: string; resourceId: string; seq: bigint }[]> {
  if (seqs.length === 0) return [];
  const { rows } = await database().pool.query<{ resourceType: string; resourceId: string; seq: string }>(
    `SELECT resource_type AS "resourceType", resource_id AS "resourceId", max(seq) AS seq FROM events
     WHERE store_hash = $1 AND seq = ANY($2::bigint[]) AND resource_type IS NOT NULL AND resource_id IS NOT NULL
     GROUP BY resource_type, resource_id`,
    [store, [...seqs]],
  );
  return rows.map((row) => ({ ...row, seq: BigInt(row.seq) }));
}

/**
 * Turns a destination off for what it answered, unless it is off, or another worker owns it by now. Where it was in the log
 * stays. Workers learn of it by the commit. Repeatable.
 * @returns whether it was turned off.
 */
export async function turnOffDestination(
  { destinationId, epoch }: Held,
  reason: OffReason,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `WITH off AS (
       UPDATE destinations SET is_on = false, off_reason = $3, off_at = $4, off_by = NULL, version = version + 1
       WHERE id = $1 AND is_on AND EXISTS (SELECT FROM feeds WHERE destination_id = $1 AND epoch = $2)
       RETURNING id)
     SELECT pg_notify($5, id) FROM off`,
    [destinationId, epoch, reason, at, DESTINATIONS_CHANNEL],
  );
  return rowCount === 1;
}
