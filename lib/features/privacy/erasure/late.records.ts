import { database } from "#lib/platform/db/client.ts";

/** Marks of what was erased of some stores, where it was asked for at a time or later. */
export async function marksAskedSince(
  stores: readonly string[],
  since: Date,
): Promise<{ mark: string; askedAt: Date }[]> {
  const { rows } = await database().pool.query<{ mark: string; askedAt: Date }>(
    `SELECT thing_mark AS mark, asked_at AS "askedAt" FROM erasures
     WHERE store_hash = ANY($1) AND asked_at >= $2 AND thing_mark IS NOT NULL`,
    [stores, since],
  );
  return rows;
}
