import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { connectForChore, database } from "#lib/platform/db/client.ts";
import { DAYS_AHEAD, dayOf, oneDay, partitionName, slotOf, type Slot } from "./slots.ts";
import { DAY_MS } from "#lib/time.ts";

/** BigCommerce retries for 48 hours, so that events of the last days still arrive. Source: Webhooks overview. */
const DAYS_BEHIND = 3;
/** Held while partitions change, so that two processes do not make the same one. Any constant of ours. */
export const LOCK_ID = 7_203_001;
/** A change waits no longer than this for readers: all that comes after it waits behind it. */
export const LOCK_TIMEOUT_MS = 500;
export const ATTEMPTS = 4;
export const PAUSE_MS = 250;
/** Moving a day out of the default partition may take this long. */
const STATEMENT_TIMEOUT_MS = 300_000;
/** Lock not available; deadlock detected. Source: PostgreSQL manual, error codes. */
const BUSY_CODES: ReadonlySet<unknown> = new Set(["55P03", "40P01"]);

/** What became of the days: those that a reader held for too long are left for the next time. */
export interface KeptDays {
  made: string[];
  dropped: string[];
  waiting: string[];
}

/**
 * Keeps the events table in shape: makes the partitions of the coming days and of those whose events wait in the default
 * partition, drops those whose day is beyond retention, and deletes what is older than that elsewhere. Each day is a
 * transaction of its own, today first, so that the receiver waits for none longer than it must. May be repeated, and
 * run by several processes at once.
 * @param retentionDays Days that an event is kept, by its own time.
 */
export async function keepPartitions(now: Date, retentionDays: number): Promise<KeptDays> {
  const today = dayOf(now).getTime();
  const oldestKept = new Date(today - retentionDays * DAY_MS);
  const recent = new Date(today - Math.min(retentionDays, DAYS_BEHIND) * DAY_MS);
  const days = [
    ...daysBetween(new Date(today), new Date(today + DAYS_AHEAD * DAY_MS)),
    ...daysBetween(recent, new Date(today - DAY_MS)),
    ...(await strayDays(oldestKept, recent)),
  ];
  const making = await makeDays(days, recent);

  const kept: KeptDays = { ...making, dropped: [] };
  for (const name of (await partitionNames(database().pool)).filter((one) => isBefore(one, oldestKept))) {
    const isGone = await change((client) => client.query(`DROP TABLE IF EXISTS ${quoted(name)}`));
    (isGone ? kept.dropped : kept.waiting).push(name);
  }
  await forgetOlder(oldestKept);
  return kept;
}

/**
 * Makes the daily partitions from `first` to `last`, both included. Events of such a day that wait in the default
 * partition move into it, in the same transaction. May be repeated.
 * @returns names of those that were missing.
 * @throws when a reader holds the default partition for long.
 */
export async function ensurePartitions(first: Date, last: Date): Promise<string[]> {
  const { made, waiting } = await makeDays(daysBetween(first, last), dayOf(first));
  if (waiting.length > 0) throw new Error(`no lock on events to make ${waiting.join(", ")}`);
  return made;
}

/** @param busyFrom Events of this day and of those after it may arrive at any moment. */
async function makeDays(
  days: readonly Date[],
  busyFrom: Date,
): Promise<{ made: string[]; waiting: string[] }> {
  const existing = await partitionNames(database().pool);
  const [made, waiting]: [string[], string[]] = [[], []];
  for (const day of days) {
    if (isKept(day, existing)) continue;
    const name = partitionName(oneDay(day));
    const outcome = await change((client) => makePartition(client, day, busyFrom));
    if (outcome === null) waiting.push(name);
    else if (outcome.isNew) made.push(name);
  }
  return { made, waiting };
}

async function makePartition(client: pg.Client, day: Date, busyFrom: Date): Promise<{ isNew: boolean }> {
  if (isKept(day, await partitionNames(client))) return { isNew: false };
  const slot = oneDay(day);
  const table = quoted(partitionName(slot));
  const { from, to, isWithin } = edgesOf(slot);
  const waiting = await client.query(`SELECT FROM events_default WHERE ${isWithin} LIMIT 1`);
  // Events of a day that is moved must not come to the default partition meanwhile: they would forbid the new one, or
  // be refused by the old. So the receiver waits before it chooses. A day that nothing waits for, or that is long over,
  // disturbs no one.
  const mode = waiting.rowCount && day >= busyFrom ? "ACCESS EXCLUSIVE" : "SHARE UPDATE EXCLUSIVE";
  await client.query(`LOCK TABLE ONLY events IN ${mode} MODE`);
  await client.query("LOCK TABLE events_default IN ACCESS EXCLUSIVE MODE");
  await client.query(`CREATE TABLE ${table} (LIKE events INCLUDING DEFAULTS INCLUDING STORAGE)`);
  await client.query(
    `WITH moved AS (DELETE FROM events_default WHERE ${isWithin} RETURNING *)
     INSERT INTO ${table} SELECT * FROM moved`,
  );
  await client.query(`ALTER TABLE events ATTACH PARTITION ${table} FOR VALUES FROM (${from}) TO (${to})`);
  return { isNew: true };
}

/** Days that have events in the default partition, newest first: no worker was there to make them in time. */
async function strayDays(from: Date, before: Date): Promise<Date[]> {
  const { rows } = await database().pool.query<{ day: Date }>(
    `SELECT DISTINCT date_trunc('day', occurred_at, 'UTC') AS day FROM events_default
     WHERE occurred_at >= $1 AND occurred_at < $2 ORDER BY day DESC`,
    [from, before],
  );
  return rows.map(({ day }) => day);
}

/** Deletes what is older in tables that keep younger events as well. The roll-up of days that could not be dropped stays with them. */
async function forgetOlder(oldestKept: Date): Promise<void> {
  await change(async (client) => {
    const names = await partitionNames(client);
    const waiting = names.filter((one) => isBefore(one, oldestKept)).flatMap((one) => slotOf(one) ?? []);
    for (const name of ["events_default", ...names.filter((one) => reachesBehind(one, oldestKept))])
      await client.query(`DELETE FROM ${quoted(name)} WHERE occurred_at < $1`, [oldestKept]);
    await client.query("DELETE FROM undated_events WHERE occurred_at < $1", [oldestKept]);
    await client.query(
      `DELETE FROM event_hours WHERE hour < $1 AND NOT EXISTS (
         SELECT FROM unnest($2::timestamptz[], $3::timestamptz[]) AS waiting (since, until)
         WHERE hour >= since AND hour < until)`,
      [oldestKept, waiting.map(({ from }) => from), waiting.map(({ to }) => to)],
    );
  });
}

/** The days from one to another, both included. Pure. */
export function daysBetween(first: Date, last: Date): Date[] {
  const days: Date[] = [];
  for (let day = dayOf(first); day <= last; day = new Date(day.getTime() + DAY_MS)) days.push(day);
  return days;
}

function isBefore(partition: string, oldestKept: Date): boolean {
  const slot = slotOf(partition);
  return slot !== null && slot.to <= oldestKept;
}

function reachesBehind(partition: string, oldestKept: Date): boolean {
  const slot = slotOf(partition);
  return slot !== null && slot.from < oldestKept && slot.to > oldestKept;
}

/** Whether a partition is there for a day, its own or that of a slot that it was merged into. */
function isKept(day: Date, partitions: readonly string[]): boolean {
  return partitions.some((name) => {
    const slot = slotOf(name);
    return slot !== null && slot.from <= day && slot.to > day;
  });
}

export const quoted = (name: string) => pg.escapeIdentifier(name);

/** The edges of a slot, and what holds for its events, as SQL. */
export function edgesOf(slot: Slot): { from: string; to: string; isWithin: string } {
  const [from = "", to = ""] = [slot.from, slot.to].map((edge) => pg.escapeLiteral(edge.toISOString()));
  return { from, to, isWithin: `occurred_at >= ${from} AND occurred_at < ${to}` };
}

/** Names of the tables that the log consists of. */
export async function partitionNames(client: pg.Pool | pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'events'::regclass ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/** Whether a change failed because another connection holds what it needs. */
export const isBusy = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && BUSY_CODES.has(error.code);

/** Changes partitions in a transaction, alone among all processes; null when a reader held one of them at every attempt. */
export async function change<T>(work: (client: pg.Client) => Promise<T>): Promise<T | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) await pause(PAUSE_MS * attempt);
    try {
      return await changeOnce(work);
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
  return null;
}

async function changeOnce<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectForChore({ statementMs: STATEMENT_TIMEOUT_MS, lockMs: 0 });
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK_ID]);
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } finally {
    // Rolls back what was not committed.
    await client.end();
  }
}
