import type pg from "pg";
import { change, daysBetween, quoted, type KeptDays } from "#lib/features/events/partitions.ts";
import { DAYS_AHEAD, dayOf, daysAfter } from "#lib/features/events/slots.ts";
import { database } from "#lib/platform/db/client.ts";
import { forgetDeliveryHours } from "./deliveries.records.ts";
import { forgetRetries } from "./retries.records.ts";

/** Rows that one statement deletes. */
const BATCH_ROWS = 1_000;

/**
 * Keeps what is known of deliveries in shape, beside the events: makes the partitions of today and the coming days, drops
 * those whose day is beyond retention, and forgets what waits for events that are. May be repeated, and run by several
 * processes at once.
 * @param retentionDays Days that an event is kept.
 */
export async function keepDeliveryPartitions(now: Date, retentionDays: number): Promise<KeptDays> {
  const today = dayOf(now);
  const oldest = daysAfter(today, -retentionDays);
  const kept: KeptDays = { made: [], dropped: [], waiting: [] };
  const existing = new Set(await names(database().pool));
  for (const day of daysBetween(today, daysAfter(today, DAYS_AHEAD))) {
    const name = nameOf(day);
    if (existing.has(name)) continue;
    const isMade = await change((client) => makePartition(client, day));
    if (isMade !== false) (isMade ? kept.made : kept.waiting).push(name);
  }
  for (const name of [...existing].filter((each) => isBefore(each, oldest))) {
    const isGone = await change((client) => client.query(`DROP TABLE IF EXISTS ${quoted(name)}`));
    (isGone ? kept.dropped : kept.waiting).push(name);
  }
  await database().pool.query("DELETE FROM deliveries_default WHERE at < $1", [oldest]);
  while ((await forgetRetries(oldest, BATCH_ROWS)) === BATCH_ROWS);
  await forgetDeliveryHours(oldest);
  return kept;
}

/** @returns whether it is new: another process may have made it. */
async function makePartition(client: pg.Client, day: Date): Promise<boolean> {
  const name = nameOf(day);
  if ((await names(client)).includes(name)) return false;
  const table = quoted(name);
  const [from, to] = [day, daysAfter(day, 1)].map((edge) => `'${edge.toISOString()}'`);
  await client.query("LOCK TABLE ONLY deliveries IN SHARE UPDATE EXCLUSIVE MODE");
  await client.query("LOCK TABLE deliveries_default IN ACCESS EXCLUSIVE MODE");
  await client.query(`CREATE TABLE ${table} (LIKE deliveries INCLUDING DEFAULTS INCLUDING STORAGE)`);
  await client.query(
    `WITH moved AS (DELETE FROM deliveries_default WHERE at >= ${from} AND at < ${to} RETURNING *)
     INSERT INTO ${table} SELECT * FROM moved`,
  );
  await client.query(`ALTER TABLE deliveries ATTACH PARTITION ${table} FOR VALUES FROM (${from}) TO (${to})`);
  return true;
}

async function names(client: pg.Pool | pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'deliveries'::regclass",
  );
  return rows.map(({ name }) => name);
}

const nameOf = (day: Date) => `deliveries_${day.toISOString().slice(0, 10).replaceAll("-", "")}`;

/** The default partition has no day. */
function isBefore(name: string, oldest: Date): boolean {
  return /^deliveries_\d{8}$/.test(name) && name < nameOf(oldest);
}
