import { database } from "#lib/platform/db/client.ts";
import type { StoreHash } from "#lib/ids.ts";

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
