import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { connectForChore, database } from "#lib/platform/db/client.ts";
import { PACKED } from "./packing.records.ts";
import {
  ATTEMPTS,
  edgesOf,
  isBusy,
  LOCK_ID,
  LOCK_TIMEOUT_MS,
  partitionNames,
  PAUSE_MS,
  quoted,
} from "./partitions.ts";
import { dayOf, mergesAt, partitionName, slotOf, type Slot } from "./slots.ts";

/** Copying the events of 256 days takes its time; no one waits for it. */
const STATEMENT_TIMEOUT_MS = 4 * 3_600_000;

/**
 * Merges old days of a long log into wider partitions, so that a statement that reads all of it needs few locks. Each slot
 * is a transaction of its own: it takes all of its events over or none. Deliveries go on, save of an event as old as the
 * days that are being copied, which waits, or is refused and retried. May be repeated, and run by several processes.
 * @param retentionDays As for `keepPartitions`, which comes first.
 * @returns names of the partitions that were made, and of those that a reader held for too long.
 */
export async function mergeOldDays(
  now: Date,
  retentionDays: number,
): Promise<{ merged: string[]; waiting: string[] }> {
  const slots = (await partitionNames(database().pool)).flatMap((name) => slotOf(name) ?? []);
  const outcome: { merged: string[]; waiting: string[] } = { merged: [], waiting: [] };
  for (const { into, parts } of mergesAt(slots, dayOf(now), retentionDays)) {
    const isMerged = await merge(into, parts);
    if (isMerged === null) return outcome;
    (isMerged ? outcome.merged : outcome.waiting).push(partitionName(into));
    // A wider one may want what this one was to become.
    if (!isMerged) return outcome;
  }
  return outcome;
}

/** False when a reader held the log at every attempt, null when another process has changed the partitions meanwhile. */
async function merge(into: Slot, parts: readonly Slot[]): Promise<boolean | null> {
  const client = await connectForChore({ statementMs: STATEMENT_TIMEOUT_MS, lockMs: 0 });
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK_ID]);
    const existing = new Set(await partitionNames(client));
    const names = parts.map(partitionName);
    if (!names.every((name) => existing.has(name))) return null;
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    const table = await copy(client, into, names);
    const isInPlace = await whenAlone(client, () => putInPlace(client, table, into, names));
    await client.query(isInPlace ? "COMMIT" : "ROLLBACK");
    return isInPlace;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    // Rolls back what was not committed.
    await client.end();
  }
}

/** Reading goes on meanwhile; what would be written to these days waits. @returns the new table, quoted. */
async function copy(client: pg.Client, into: Slot, names: readonly string[]): Promise<string> {
  const table = quoted(partitionName(into));
  await client.query(`LOCK TABLE ${names.map(quoted).join(", ")} IN SHARE MODE`);
  await client.query(
    `CREATE TABLE ${table} (LIKE events INCLUDING DEFAULTS INCLUDING STORAGE INCLUDING INDEXES,
       CONSTRAINT of_the_slot CHECK (${edgesOf(into).isWithin}))`,
  );
  for (const name of names) await client.query(`INSERT INTO ${table} SELECT * FROM ${quoted(name)}`);
  await client.query(`REINDEX TABLE ${table}`);
  await client.query(`COMMENT ON TABLE ${table} IS '${PACKED}'`);
  return table;
}

/** Keeps everyone from the log once those who read it are done; others wait only for moments behind it. False when they never were. */
async function whenAlone(client: pg.Client, work: () => Promise<void>): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    await client.query("SAVEPOINT before_lock");
    try {
      await client.query("LOCK TABLE ONLY events IN ACCESS EXCLUSIVE MODE");
      await work();
      return true;
    } catch (error) {
      if (!isBusy(error)) throw error;
      await client.query("ROLLBACK TO SAVEPOINT before_lock");
      await pause(PAUSE_MS * attempt);
    }
  }
  return false;
}

/** Takes milliseconds: nothing is left to be copied, and the check says that every row belongs there. */
async function putInPlace(
  client: pg.Client,
  table: string,
  into: Slot,
  names: readonly string[],
): Promise<void> {
  const { from, to, isWithin } = edgesOf(into);
  await client.query(`DROP TABLE ${names.map(quoted).join(", ")}`);
  await client.query(
    `WITH moved AS (DELETE FROM events_default WHERE ${isWithin} RETURNING *) INSERT INTO ${table} SELECT * FROM moved`,
  );
  await client.query(`ALTER TABLE events ATTACH PARTITION ${table} FOR VALUES FROM (${from}) TO (${to})`);
  await client.query(`ALTER TABLE ${table} DROP CONSTRAINT of_the_slot`);
}
