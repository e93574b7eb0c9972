import { database } from "#lib/platform/db/client.ts";

/** An event that waits for another attempt. */
export interface WaitingRetry {
  seq: bigint;
  occurredAt: Date;
  hash: string;
  scope: string;
  thing: string | null;
  attempts: number;
  firstAt: Date;
  nextAt: Date | null;
  /** A person sends it again after it had arrived, or had been given up. */
  isReplay: boolean;
}

/** At most `limit` events of a destination that wait for another attempt, the soonest first. */
export async function waitingRetries(destinationId: string, limit: number): Promise<WaitingRetry[]> {
  const { rows } = await database().pool.query<WaitingRetry & { seq: string }>(
    `SELECT seq, occurred_at AS "occurredAt", hash, scope, thing, attempts, first_at AS "firstAt", next_at AS "nextAt",
       is_replay AS "isReplay"
     FROM delivery_retries WHERE destination_id = $1 AND state = 'waiting'
     ORDER BY next_at NULLS FIRST, seq LIMIT $2`,
    [destinationId, limit],
  );
  return rows.map((row) => ({ ...row, seq: BigInt(row.seq) }));
}

/** The arrival numbers above a position that a destination has a row for, whatever became of them. */
export async function keptAbove(destinationId: string, position: bigint): Promise<bigint[]> {
  const { rows } = await database().pool.query<{ seq: string }>(
    "SELECT seq FROM delivery_retries WHERE destination_id = $1 AND seq > $2",
    [destinationId, position],
  );
  return rows.map(({ seq }) => BigInt(seq));
}

/** Forgets at most `limit` rows of events that happened before a time. Repeatable. @returns how many. */
export async function forgetRetries(before: Date, limit: number): Promise<number> {
  const { rowCount } = await database().pool.query(
    `DELETE FROM delivery_retries WHERE (destination_id, seq) IN (
       SELECT destination_id, seq FROM delivery_retries WHERE occurred_at < $1 LIMIT $2)`,
    [before, limit],
  );
  return rowCount ?? 0;
}
