import { randomUUID } from "node:crypto";
import { runMigrations } from "graphile-worker";
import type pg from "pg";
import { AppError } from "#lib/errors.ts";
import { connectOrSay } from "./check-server.ts";
import { collateKeys, tablesSortedByLanguage } from "./collate.ts";
import { newPool } from "./connection.ts";
import { LOCK_TIMEOUT_MS, sqlStateOf, withPatience, type Guard } from "./migration-locks.ts";
import {
  historyOf,
  readMigrations,
  type History,
  type Migration,
  type NotedMigration,
} from "./migrations.ts";

/** Any number, the same in every process of this app: the process that holds it migrates. */
const ADVISORY_LOCK = 2_026_112_401;
/** Rebuilding the largest table's indexes takes minutes; what takes longer than this holds up more than it helps. */
const STATEMENT_TIMEOUT_MS = 30 * 60_000;
const CONNECTION_NAME = "webhook-keeper migrate";

/** The database and the migrations in this folder do not fit together, and going on could harm the data. */
export class MigrationRefused extends AppError {
  readonly code = "MIGRATION_REFUSED";
  readonly retryable = false;
}

/** How a migration is watched and stopped. */
export interface MigrationOptions {
  /** Its abort undoes the migration at work, and ends. */
  signal?: AbortSignal;
  /** Hears, as sentences, what is in the way and what became of an unfinished migration. */
  tell?(sentence: string): void;
  /** How long another process's lock is waited for. */
  giveUpMs?: number;
  /** For tests; those of this project otherwise. */
  migrations?: readonly Migration[];
}

/** A connection that holds up no one for long, and whose work the server undoes within a second of losing us. */
async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = await connectOrSay(databaseUrl, {
    name: CONNECTION_NAME,
    lockMs: LOCK_TIMEOUT_MS,
    statementMs: STATEMENT_TIMEOUT_MS,
  });
  // Not every system can tell that a connection is gone while a statement runs.
  await client.query("SET client_connection_check_interval = '1s'").catch(() => undefined);
  return client;
}

/**
 * Brings a database up to the newest migration, ours and Graphile Worker's. Safe to repeat, safe to run from several
 * processes at once (one works, the others wait and find nothing left to do), and safe to kill at any instant: each
 * migration and the note of it are one transaction. What an older version left between the two is brought to an end.
 * @returns names of the migrations that were applied now.
 * @throws {DatabaseUnusable} when the server does not answer, or refuses us.
 * @throws {MigrationRefused} when an applied migration was edited afterwards, or one fails.
 * @throws {MigrationStopped} when the signal came, or a lock did not; nothing is left of the migration at work.
 */
export async function migrate(databaseUrl: string, options: MigrationOptions = {}): Promise<string[]> {
  const applied: string[] = [];
  await asTheOnlyOne(databaseUrl, options, async (session) => {
    for (const { migration, isUnfinished } of (await session.history()).todo) {
      if (isUnfinished) await settle(session, migration);
      else await apply(session, migration);
      applied.push(migration.name);
    }
    await migrateQueue(databaseUrl, session.guard);
  });
  return applied;
}

/**
 * Brings those migrations to an end that an older version of this app began and never noted as done: applies them when
 * they had no effect, notes them when they had. Applies no others.
 * @returns how many there were.
 * @throws as {@link migrate} does.
 */
export async function resolveMigrations(
  databaseUrl: string,
  options: MigrationOptions = {},
): Promise<number> {
  let count = 0;
  await asTheOnlyOne(databaseUrl, options, async (session) => {
    for (const { migration, isUnfinished } of (await session.history()).todo) {
      if (!isUnfinished) continue;
      await settle(session, migration);
      count++;
    }
  });
  return count;
}

/** A connection that may migrate, and what it does so with. */
interface Session {
  client: pg.Client;
  pid: number;
  guard: Guard;
  history(): Promise<History>;
}

async function asTheOnlyOne(
  databaseUrl: string,
  { signal, tell = () => undefined, giveUpMs, migrations }: MigrationOptions,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    const observer = await connect(databaseUrl);
    try {
      const guard = { observer, signal, tell, giveUpMs };
      const pid = await pidOf(client);
      await withPatience(guard, "the migrations", pid, () =>
        client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]),
      );
      await work({ client, pid, guard, history: () => readHistory(client, migrations) });
    } finally {
      await observer.end();
    }
  } finally {
    await client.end();
  }
}

async function pidOf(client: pg.ClientBase | pg.Pool): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid ?? 0;
}

/** What the database has, in Prisma's own table, so that its tools read ours and we read theirs. */
async function readHistory(
  client: pg.Client,
  migrations: readonly Migration[] | undefined,
): Promise<History> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`,
  );
  const { rows } = await client.query<NotedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const history = historyOf(migrations ?? (await readMigrations()), rows);
  if (history.edited.length > 0) {
    throw new MigrationRefused(
      `Migration ${history.edited.join(", ")} was changed after this database had applied it; ` +
        "undo the change and write another migration instead, or begin with an empty database",
    );
  }
  return history;
}

/** Keys sort by their bytes from the first; those of a table of before that was so wait for `npm run migrate -- collate`. */
async function runScript(client: pg.Client, script: string): Promise<void> {
  const older = await tablesSortedByLanguage(client);
  await client.query(script);
  await collateKeys(client, older);
}

/** A migration and the note of it, whole or not at all. */
async function apply({ client, pid, guard }: Session, { name, script, checksum }: Migration): Promise<void> {
  await inTransaction(client, pid, guard, name, async () => {
    await runScript(client, script);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
  }).catch((error: unknown) => {
    throw refusal(name, error);
  });
}

/** SQLSTATEs of things that are there already: table, column, function, schema, any other object. */
const THERE_ALREADY = new Set(["42P07", "42701", "42723", "42P06", "42710"]);

/**
 * Ends what an older version began: it sent a whole script at a time, which PostgreSQL carries out whole or not at all, and
 * was killed before it could note the end. So the script either goes through now, or meets what it has made.
 */
async function settle({ client, pid, guard }: Session, { name, script, checksum }: Migration): Promise<void> {
  const finish = () =>
    client.query(
      `UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1, logs = NULL, checksum = $2
        WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
      [name, checksum],
    );
  try {
    await inTransaction(client, pid, guard, name, async () => {
      await runScript(client, script);
      await finish();
    });
    guard.tell(`Migration ${name} had been begun without effect: it is applied now.`);
  } catch (error) {
    if (!THERE_ALREADY.has(sqlStateOf(error) ?? "")) throw refusal(name, error);
    await finish();
    guard.tell(`Migration ${name} had taken effect and not been noted: it is noted now.`);
  }
}

function refusal(name: string, error: unknown): unknown {
  if (sqlStateOf(error) === undefined || error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new MigrationRefused(`Migration ${name} failed and was undone: ${reason}`, { cause: error });
}

function inTransaction(
  client: pg.Client,
  pid: number,
  guard: Guard,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  return withPatience(guard, `migration ${name}`, pid, async () => {
    await client.query("BEGIN");
    try {
      await work();
      guard.signal?.throwIfAborted();
      await client.query("COMMIT");
    } catch (error) {
      // On a connection that is gone there is nothing to undo: the server has done so.
      await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    }
  });
}

/** Graphile Worker's own migrations; each is a transaction with the note of it. */
async function migrateQueue(databaseUrl: string, guard: Guard): Promise<void> {
  const pool = newPool({
    databaseUrl,
    name: CONNECTION_NAME,
    max: 1,
    lockMs: LOCK_TIMEOUT_MS,
    statementMs: STATEMENT_TIMEOUT_MS,
  });
  try {
    await withPatience(guard, "the job queue's migrations", await pidOf(pool), () =>
      runMigrations({ pgPool: pool }),
    );
  } finally {
    await pool.end();
  }
}
