import type pg from "pg";
import { database } from "#lib/db/client.ts";

/** Partitions stand ready this many days ahead, so that a worker that rests for a week harms nothing. */
const DAYS_AHEAD = 7;
/** BigCommerce retries for 48 hours, so that events of the last days still arrive. Source: Webhooks overview. */
const DAYS_BEHIND = 3;
const DAY_MS = 86_400_000;
/** Held while partitions change, so that two processes do not make the same one. Any constant of ours. */
const LOCK_ID = 7_203_001;
/** Dropping waits no longer than this for a reader: everything that comes after it would wait behind it. */
const LOCK_TIMEOUT_MS = 2_000;

/** Start of the day of `time`, UTC. Pure. */
export function dayOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / DAY_MS) * DAY_MS);
}

/** Name of the partition that keeps a day. Pure. */
export function partitionName(day: Date): string {
  return `events_${day.toISOString().slice(0, 10).replaceAll("-", "")}`;
}

/** Day of a partition by its name; null for the default partition. Pure. */
export function partitionDay(name: string): Date | null {
  const [, year, month, day] = /^events_(\d{4})(\d{2})(\d{2})$/.exec(name) ?? [];
  return year ? new Date(`${year}-${month}-${day}T00:00:00Z`) : null;
}

/**
 * Keeps the events table in shape: makes the partitions of the coming days, drops those whose day is beyond
 * retention, and deletes what is older than that elsewhere. May be repeated, and run by several processes at once.
 * @param retentionDays Days that an event is kept, by its own time.
 */
export async function keepPartitions(
  now: Date,
  retentionDays: number,
): Promise<{ made: string[]; dropped: string[] }> {
  const today = dayOf(now).getTime();
  const oldestKept = new Date(today - retentionDays * DAY_MS);
  const made = await ensurePartitions(
    new Date(today - DAYS_BEHIND * DAY_MS),
    new Date(today + DAYS_AHEAD * DAY_MS),
  );
  const dropped = await withLock(async (client) => {
    const old = (await partitionNames(client)).filter((name) => {
      const day = partitionDay(name);
      return day !== null && day < oldestKept;
    });
    for (const name of old) await client.query(`DROP TABLE ${client.escapeIdentifier(name)}`);
    await client.query("DELETE FROM events_default WHERE occurred_at < $1", [oldestKept]);
    await client.query("DELETE FROM undated_events WHERE occurred_at < $1", [oldestKept]);
    await client.query("DELETE FROM event_hours WHERE hour < $1", [oldestKept]);
    return old;
  });
  return { made, dropped };
}

/**
 * Makes the daily partitions from `first` to `last`, both included. Events of such a day that wait in the default
 * partition move into it, in the same transaction. May be repeated.
 * @returns names of those that were missing.
 */
export function ensurePartitions(first: Date, last: Date): Promise<string[]> {
  return withLock(async (client) => {
    const existing = new Set(await partitionNames(client));
    const missing: string[] = [];
    for (let day = dayOf(first); day <= last; day = new Date(day.getTime() + DAY_MS)) {
      if (!existing.has(partitionName(day))) missing.push(await makePartition(client, day));
    }
    return missing;
  });
}

async function makePartition(client: pg.PoolClient, day: Date): Promise<string> {
  const name = partitionName(day);
  const table = client.escapeIdentifier(name);
  const [from, to] = [day, new Date(day.getTime() + DAY_MS)].map((edge) =>
    client.escapeLiteral(edge.toISOString()),
  );
  await client.query(`CREATE TABLE ${table} (LIKE events INCLUDING DEFAULTS INCLUDING STORAGE)`);
  await client.query(
    `WITH moved AS (DELETE FROM events_default WHERE occurred_at >= ${from} AND occurred_at < ${to} RETURNING *)
     INSERT INTO ${table} SELECT * FROM moved`,
  );
  await client.query(`ALTER TABLE events ATTACH PARTITION ${table} FOR VALUES FROM (${from}) TO (${to})`);
  return name;
}

async function partitionNames(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'events'::regclass",
  );
  return rows.map(({ name }) => name);
}

async function withLock<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database().pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK_ID]);
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
