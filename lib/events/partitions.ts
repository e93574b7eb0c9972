import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { connectForChore, database } from "#lib/db/client.ts";

/** Partitions stand ready this many days ahead, so that a worker that rests for a week harms nothing. */
const DAYS_AHEAD = 7;
/** BigCommerce retries for 48 hours, so that events of the last days still arrive. Source: Webhooks overview. */
const DAYS_BEHIND = 3;
const DAY_MS = 86_400_000;
/** Held while partitions change, so that two processes do not make the same one. Any constant of ours. */
const LOCK_ID = 7_203_001;
/** A change waits no longer than this for readers: all that comes after it waits behind it. */
const LOCK_TIMEOUT_MS = 500;
const ATTEMPTS = 4;
const PAUSE_MS = 250;
/** Moving a day out of the default partition may take this long. */
const STATEMENT_TIMEOUT_MS = 300_000;
/** Lock not available; deadlock detected. Source: PostgreSQL manual, error codes. */
const BUSY_CODES: ReadonlySet<unknown> = new Set(["55P03", "40P01"]);

/** What became of the days: those that somebody read for too long are left for the next time. */
export interface KeptDays {
  made: string[];
  dropped: string[];
  waiting: string[];
}

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
 * @throws when somebody reads the default partition for long.
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
  const existing = new Set(await partitionNames(database().pool));
  const [made, waiting]: [string[], string[]] = [[], []];
  for (const day of days) {
    const name = partitionName(day);
    if (existing.has(name)) continue;
    const outcome = await change((client) => makePartition(client, day, busyFrom));
    if (outcome === null) waiting.push(name);
    else if (outcome.isNew) made.push(name);
    existing.add(name);
  }
  return { made, waiting };
}

async function makePartition(client: pg.Client, day: Date, busyFrom: Date): Promise<{ isNew: boolean }> {
  const name = partitionName(day);
  if ((await partitionNames(client)).includes(name)) return { isNew: false };
  const table = quoted(name);
  const [from, to] = [day, new Date(day.getTime() + DAY_MS)].map((edge) =>
    pg.escapeLiteral(edge.toISOString()),
  );
  const isOfDay = `occurred_at >= ${from} AND occurred_at < ${to}`;
  const waiting = await client.query(`SELECT FROM events_default WHERE ${isOfDay} LIMIT 1`);
  // Events of a day that is moved must not come to the default partition meanwhile: they would forbid the new one, or
  // be refused by the old. So the receiver waits before it chooses. A day that nothing waits for, or that is long over,
  // disturbs nobody.
  const mode = waiting.rowCount && day >= busyFrom ? "ACCESS EXCLUSIVE" : "SHARE UPDATE EXCLUSIVE";
  await client.query(`LOCK TABLE ONLY events IN ${mode} MODE`);
  await client.query("LOCK TABLE events_default IN ACCESS EXCLUSIVE MODE");
  await client.query(`CREATE TABLE ${table} (LIKE events INCLUDING DEFAULTS INCLUDING STORAGE)`);
  await client.query(
    `WITH moved AS (DELETE FROM events_default WHERE ${isOfDay} RETURNING *)
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

/** Deletes what is older in tables without days. The roll-up of a day that could not be dropped stays with it. */
async function forgetOlder(oldestKept: Date): Promise<void> {
  await change(async (client) => {
    const waiting = (await partitionNames(client)).filter((one) => isBefore(one, oldestKept));
    await client.query("DELETE FROM events_default WHERE occurred_at < $1", [oldestKept]);
    await client.query("DELETE FROM undated_events WHERE occurred_at < $1", [oldestKept]);
    await client.query(
      "DELETE FROM event_hours WHERE hour < $1 AND date_trunc('day', hour, 'UTC') <> ALL ($2::timestamptz[])",
      [oldestKept, waiting.map(partitionDay)],
    );
  });
}

function daysBetween(first: Date, last: Date): Date[] {
  const days: Date[] = [];
  for (let day = dayOf(first); day <= last; day = new Date(day.getTime() + DAY_MS)) days.push(day);
  return days;
}

function isBefore(partition: string, oldestKept: Date): boolean {
  const day = partitionDay(partition);
  return day !== null && day < oldestKept;
}

const quoted = (name: string) => pg.escapeIdentifier(name);

async function partitionNames(client: pg.Pool | pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'events'::regclass ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/** Changes tables in a transaction, alone among all processes; null when a reader held one of them at every attempt. */
async function change<T>(work: (client: pg.Client) => Promise<T>): Promise<T | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) await pause(PAUSE_MS * attempt);
    try {
      return await changeOnce(work);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && BUSY_CODES.has(error.code))) throw error;
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
