import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { database } from "#lib/platform/db/client.ts";
import type { RefusedRequest, RejectionCount } from "./rejections.ts";

// Several processes add to the same rows, each in the order of the key, so that none waits for another in a circle.
const SAVE_REJECTIONS = `
INSERT INTO rejections (store_hash, hour, reason, count, first_at, last_at, last)
SELECT store_hash, date_trunc('hour', last_at, 'UTC'), reason, count, first_at, last_at, last
FROM unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::jsonb[])
  AS row (store_hash, reason, count, first_at, last_at, last)
ORDER BY 1, 2, 3
ON CONFLICT (store_hash, hour, reason) DO UPDATE SET
  count = rejections.count + excluded.count,
  first_at = least(rejections.first_at, excluded.first_at),
  last_at = greatest(rejections.last_at, excluded.last_at),
  last = CASE WHEN excluded.last_at >= rejections.last_at THEN excluded.last ELSE rejections.last END`;

/**
 * Adds counts to what is written down, in one statement. A repetition counts again.
 * @throws whatever PostgreSQL says; nothing is added then.
 */
export async function saveRejections(counts: readonly RejectionCount[]): Promise<void> {
  await database().pool.query(SAVE_REJECTIONS, [
    counts.map(({ storeHash }) => storeHash),
    counts.map(({ reason }) => reason),
    counts.map(({ count }) => count),
    counts.map(({ firstAt }) => firstAt),
    counts.map(({ lastAt }) => lastAt),
    counts.map(({ last }) => JSON.stringify(last)),
  ]);
}

/** What was refused of one store, by reason: how often since a time, from when to when, and what the last of it was. */
export interface StoreRejections {
  reason: RejectionReason;
  count: number;
  firstAt: Date;
  lastAt: Date;
  last: RefusedRequest;
}

/** What was refused of a store in the hours from `hoursFrom` on; the most frequent reason first. */
export async function storeRejections(storeHash: string, hoursFrom: Date): Promise<StoreRejections[]> {
  const { rows } = await database().pool.query<StoreRejections>(
    `SELECT reason, sum(count)::float8 AS count, min(first_at) AS "firstAt", max(last_at) AS "lastAt",
       (array_agg(last ORDER BY last_at DESC))[1] AS last
     FROM rejections WHERE store_hash = $1 AND hour >= $2
     GROUP BY reason ORDER BY count DESC, reason`,
    [storeHash, hoursFrom],
  );
  return rows;
}

/** Forgets what was refused before `oldest`. Repeatable. */
export async function forgetRejections(oldest: Date): Promise<void> {
  await database().prisma.rejection.deleteMany({ where: { hour: { lt: oldest } } });
}
