import type pg from "pg";

/** Statements that may read the whole log at the same moment: those of two processes with full pools, and a few of a worker. */
const READERS = 22;
/** An event has so many indexes; a database that has none yet cannot tell. */
const INDEXES = 9;

/**
 * Whether a server has room for the locks of reading a log. A statement that reads all of it holds a lock on each part and
 * on each index of it. The server keeps two times `max_locks_per_transaction` of them for every connection that it allows.
 * Source: PostgreSQL manual, lock management; PROCLOCK in its lock.c.
 * @param partitions Parts that the log has.
 * @returns the setting as it is, and as it has to be at least.
 */
export async function locksAt(
  client: pg.Client,
  partitions: number,
): Promise<{ has: number; needs: number }> {
  const { rows } = await client.query<{ has: number; sessions: number; indexes: number }>(
    `SELECT current_setting('max_locks_per_transaction')::int AS has,
       current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int AS sessions,
       (SELECT count(*)::int FROM pg_index WHERE indrelid = to_regclass('events')) AS indexes`,
  );
  const { has = 0, sessions = 1, indexes = 0 } = rows[0] ?? {};
  const relations = (partitions + 1) * (1 + (indexes || INDEXES));
  return { has, needs: Math.ceil((relations * READERS) / (2 * sessions)) };
}
