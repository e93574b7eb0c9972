import type { PoolClient } from "pg";
import { expect } from "vitest";
import { database } from "#lib/platform/db/client.ts";

/**
 * Asks while another transaction writes: the question has begun when it writes and ends after its commit. So a question of
 * several statements sees the state before in those that read other tables, unless it asks for these later.
 * @param table The question stops where it reads this.
 */
export async function askedWhileWritten<Answer>(
  table: string,
  ask: () => Promise<Answer>,
  write: (transaction: PoolClient) => Promise<unknown>,
): Promise<Answer> {
  const { pool } = database();
  const transaction = await pool.connect();
  try {
    await transaction.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    const answer = ask();
    const waiting = "SELECT FROM pg_locks WHERE NOT granted AND relation = $1::regclass";
    await expect.poll(async () => (await pool.query(waiting, [table])).rowCount).toBeGreaterThan(0);
    await write(transaction);
    await transaction.query("COMMIT");
    return await answer;
  } finally {
    transaction.release();
  }
}
