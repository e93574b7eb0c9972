import pg from "pg";
import { connectForChore, database } from "#lib/platform/db/client.ts";
import { LOCK_ID, quoted } from "./partitions.ts";
import { daysAfter, dayOf, slotOf } from "./slots.ts";

/** BigCommerce sends an event again for 48 hours. Source: Webhooks overview. */
const DAYS_OPEN = 2;
/** Less is not worth the trouble. */
const INDEX_BYTES_MIN = 1024 * 1024;
/** A day of ten million events takes minutes; someone who reads the day for longer has it tried again in an hour. */
const STATEMENT_TIMEOUT_MS = 30 * 60_000;
/** Held by the one process that packs. Any constant of ours. */
const PACKING_LOCK_ID = LOCK_ID + 1;
/** Statement timeout; deadlock detected; a day that retention dropped meanwhile. Source: PostgreSQL manual, error codes. */
const HELD_UP_CODES: ReadonlySet<unknown> = new Set(["57014", "40P01", "42P01"]);
/** Stands at a table whose indexes are packed. */
export const PACKED = "packed";

// What was cut off in the middle leaves an index that is not valid. Source: PostgreSQL manual, REINDEX.
const BROKEN = `
SELECT format('%I.%I', schema.nspname, index.relname) AS name
FROM pg_inherits JOIN pg_index ON indrelid = inhrelid
JOIN pg_class AS index ON index.oid = indexrelid JOIN pg_namespace AS schema ON schema.oid = index.relnamespace
WHERE inhparent = 'events'::regclass AND NOT indisvalid AND index.relname ~ '_cc(new|old)[0-9]*$'`;

const LOOSE = `
SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
WHERE inhparent = 'events'::regclass AND pg_indexes_size(inhrelid) >= $1
  AND obj_description(inhrelid, 'pg_class') IS DISTINCT FROM '${PACKED}' ORDER BY 1`;

/**
 * Builds the indexes of days anew that are over: filled as events came, a third of them is air. Reading and writing go on
 * meanwhile. Each day is packed once. May be repeated, and run by several processes: one of them does it.
 * @param indexBytesMin Days whose indexes take less stay as they are.
 * @returns names of the partitions that were packed, and of one that a reader held for too long.
 */
export async function packOldDays(
  now: Date,
  indexBytesMin = INDEX_BYTES_MIN,
): Promise<{ packed: string[]; waiting: string[] }> {
  const outcome: { packed: string[]; waiting: string[] } = { packed: [], waiting: [] };
  const last = daysAfter(dayOf(now), -DAYS_OPEN);
  const { rows } = await database().pool.query<{ name: string }>(LOOSE, [indexBytesMin]);
  const names = rows.map(({ name }) => name).filter((name) => (slotOf(name)?.to ?? now) <= last);
  if (names.length === 0) return outcome;
  const client = await connectForChore({ statementMs: STATEMENT_TIMEOUT_MS, lockMs: 0 });
  try {
    if (!(await isAlone(client))) return outcome;
    await dropBroken(client);
    for (const name of names) {
      outcome.waiting = [name];
      await client.query(`REINDEX TABLE CONCURRENTLY ${quoted(name)}`);
      await client.query(`COMMENT ON TABLE ${quoted(name)} IS '${PACKED}'`);
      outcome.packed.push(name);
      outcome.waiting = [];
    }
  } catch (error) {
    if (!isHeldUp(error)) throw error;
  } finally {
    await client.end();
  }
  return outcome;
}

async function isAlone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is_alone: boolean }>("SELECT pg_try_advisory_lock($1) AS is_alone", [
    PACKING_LOCK_ID,
  ]);
  return rows[0]?.is_alone === true;
}

async function dropBroken(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(BROKEN);
  for (const { name } of rows) await client.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
}

const isHeldUp = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && HELD_UP_CODES.has(error.code);
