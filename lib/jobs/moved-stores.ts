import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { receiverUrlOf } from "#lib/features/receiver/addresses.ts";
import { enqueueJobs } from "#lib/platform/queue/enqueue.ts";

/** From one store's turn to the next: a thousand stores follow within nine minutes, and BigCommerce sees no burst. */
const TURN_EVERY_MS = 500;
/** Jobs written by one statement. */
const BATCH = 1_000;

/** How far a store's hooks have followed the app to its present address. */
export interface StoreAddress {
  storeHash: StoreHash;
  /** What is wanted and has a hook, wherever that delivers. */
  webhooks: number;
  /** Of those, how many deliver to the app's present address. */
  here: number;
  /** Why the last check failed, as a code; `NEEDS_REAUTHORISATION` also when BigCommerce refused the token. */
  failure: string | null;
}

/** Every installed store that has a wanted hook, with where its hooks deliver, by hash. */
export async function storeAddresses(appUrl: string): Promise<StoreAddress[]> {
  const rows = await database().prisma.$queryRaw<(Omit<StoreAddress, "storeHash"> & { hash: string })[]>`
    SELECT hash, count(*)::int AS webhooks, count(*) FILTER (WHERE is_here)::int AS here,
      CASE WHEN needs_reauthorisation THEN 'NEEDS_REAUTHORISATION' ELSE check_failure END AS failure
    FROM (
      SELECT s.hash, s.needs_reauthorisation, s.check_failure,
        bool_or(rtrim(lower(split_part(h.destination, '?', 1)), '/') = lower(${receiverUrlOf(appUrl, "")}) || s.hash)
          AS is_here
      FROM stores s
      JOIN subscriptions w ON w.store_hash = s.hash AND w.is_wanted
      JOIN hooks h ON h.store_hash = s.hash AND h.scope = w.scope AND h.is_ours
      WHERE s.uninstalled_at IS NULL AND s.access_token_sealed IS NOT NULL
      GROUP BY s.hash, w.scope
    ) AS wanted
    GROUP BY hash, needs_reauthorisation, check_failure ORDER BY hash`;
  return rows.map(({ hash, ...rest }) => ({ storeHash: StoreHash.parse(hash), ...rest }));
}

/**
 * Enqueues a check of every store whose hooks deliver to another address than the app's present one, two stores a
 * second: after the app has moved, its hooks follow. Repeatable: who waits already keeps the turn.
 * @returns how many stores have to follow.
 */
export async function enqueueMovedStores(appUrl: string, now: Date): Promise<number> {
  const moved = (await storeAddresses(appUrl)).filter(({ webhooks, here }) => here < webhooks);
  const jobs = moved.map(({ storeHash }, turn) => ({
    payload: { storeHash, because: "address" as const },
    runAt: new Date(now.getTime() + turn * TURN_EVERY_MS),
    jobKey: `reconcile-store:address:${storeHash}`,
  }));
  for (let start = 0; start < jobs.length; start += BATCH) {
    const batch = jobs.slice(start, start + BATCH);
    await inTransaction((tx) => enqueueJobs(tx, "reconcile-store", batch, { keepsTurn: true }));
  }
  return moved.length;
}
