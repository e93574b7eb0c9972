import type { KnownDestination } from "#lib/features/destinations/destinations.records.ts";
import type { Prisma } from "#lib/platform/db/generated/client.ts";

/** Most events that are sent again, or dismissed, at once. */
const AT_ONCE_MAX = 10_000;

type Tx = Pick<Prisma.TransactionClient, "$executeRaw">;
type Place = Pick<KnownDestination, "id">;

/** Which events of a destination: those of these arrival numbers, or all that were given up. */
export type Selected = { seqs: readonly bigint[] } | "failed";

/**
 * Has events sent again from now on, with all their attempts before them: given up, dismissed or waiting ones, and of
 * those that are named also what the destination took. All but those that wait say to the receiver that they are sent again.
 * Repeatable.
 * @returns how many.
 */
export async function sendAgain(tx: Tx, { id }: Place, selected: Selected, now: Date): Promise<number> {
  if (selected === "failed")
    return tx.$executeRaw`
      UPDATE delivery_retries SET state = 'waiting', next_at = ${now}, attempts = 0, is_replay = true WHERE (destination_id, seq) IN (
        SELECT destination_id, seq FROM delivery_retries WHERE destination_id = ${id} AND state = 'failed'
        ORDER BY seq LIMIT ${AT_ONCE_MAX})`;
  const seqs = [...selected.seqs];
  const waiting = await tx.$executeRaw`
    UPDATE delivery_retries SET state = 'waiting', next_at = ${now}, attempts = 0, is_replay = is_replay OR state <> 'waiting'
    WHERE destination_id = ${id} AND seq = ANY(${seqs}::bigint[])`;
  const taken = await tx.$executeRaw`
    INSERT INTO delivery_retries (destination_id, store_hash, seq, occurred_at, hash, scope, thing, state, attempts,
      first_at, last_at, next_at, outcome, status, failure, is_replay)
    SELECT DISTINCT ON (d.seq) d.destination_id, d.store_hash, d.seq, d.occurred_at, d.hash, d.scope,
      e.resource_type || ' ' || e.resource_id, 'waiting', 0, d.at, d.at, ${now}::timestamptz, d.outcome, d.status, d.failure, true
    FROM deliveries AS d
    JOIN events AS e ON e.store_hash = d.store_hash AND e.occurred_at = d.occurred_at AND e.hash = d.hash
    WHERE d.destination_id = ${id} AND d.seq = ANY(${seqs}::bigint[])
    ORDER BY d.seq, d.at DESC
    ON CONFLICT (destination_id, seq) DO NOTHING`;
  return waiting + taken;
}

/** Has events that were given up, or of those that are named also waiting ones, never sent again. Repeatable. @returns how many. */
export function dismiss(tx: Tx, { id }: Place, selected: Selected): Promise<number> {
  if (selected === "failed")
    return tx.$executeRaw`
      UPDATE delivery_retries SET state = 'dismissed' WHERE (destination_id, seq) IN (
        SELECT destination_id, seq FROM delivery_retries WHERE destination_id = ${id} AND state = 'failed'
        ORDER BY seq LIMIT ${AT_ONCE_MAX})`;
  return tx.$executeRaw`
    UPDATE delivery_retries SET state = 'dismissed', next_at = NULL
    WHERE destination_id = ${id} AND seq = ANY(${[...selected.seqs]}::bigint[]) AND state <> 'dismissed'`;
}
