import { readdir } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { nameOf } from "#lib/config/database-address.ts";
import { AppError } from "#lib/errors.ts";
import { connectFault } from "./connect-fault.ts";
import { newConnection, type ConnectionOptions } from "./connection.ts";
import { connectionsAreShared, hearsNews } from "./pooler.ts";
import { MIGRATIONS_DIR } from "./migrations.ts";
import { FACTS, judgeServer, type ServerFacts } from "./server-facts.ts";

/** The server named in the settings cannot be used; the message says why, without the password. */
export class DatabaseUnusable extends AppError {
  readonly code = "DATABASE_UNUSABLE";
  readonly retryable = true;
}

/** What the settings ask of a server. */
export interface ServerDemands {
  eventRetentionDays: number;
  /** Parts that the log of events has then, at most. */
  partitions: number;
  /** Goes on with a database that a newer version of the app has changed; for a roll-back. */
  acceptsNewerDatabase: boolean;
}

/** All questions together are answered within this, or the server is of no use. */
const WITHIN_MS = 9_000;
const SILENCE_MS = 5_000;
const GUIDE = "docs/postgresql.md says more";
/** Statements that may read the whole log at the same moment: those of two processes with full pools, and a few of a worker. */
const READERS = 22;
/** An event has so many indexes; a database that has none yet cannot tell. */
const INDEXES = 9;

/**
 * A connection for questions and migrations; the caller ends it.
 * @throws {DatabaseUnusable} saying whether it was not reached, or did not let us in, and why.
 */
export async function connectOrSay(
  databaseUrl: string,
  options: Omit<ConnectionOptions, "databaseUrl">,
): Promise<pg.Client> {
  const client = newConnection({ databaseUrl, ...options });
  try {
    await client.connect();
    return client;
  } catch (cause) {
    client.end().catch(() => undefined);
    throw new DatabaseUnusable(`The database ${nameOf(databaseUrl)} ${connectFault(cause)}`, { cause });
  }
}

/**
 * Refuses a server on which the app would go wrong later, before anything is changed. Takes at most ten seconds; may be
 * repeated.
 * @throws {DatabaseUnusable} with a sentence for each fault that was found.
 */
export async function checkServer(databaseUrl: string, demands: ServerDemands): Promise<void> {
  const clients: pg.Client[] = [];
  const connect = async () => {
    const client = await connectOrSay(databaseUrl, { name: "webhook-keeper start", silenceMs: SILENCE_MS });
    clients.push(client);
    return client;
  };
  const name = nameOf(databaseUrl);
  const enough = new AbortController();
  const late = wait(WITHIN_MS, undefined, { signal: enough.signal }).then(
    () => [`The database ${name} did not answer our questions within ${WITHIN_MS / 1000} seconds`],
    () => [],
  );
  try {
    const faults = await Promise.race([late, faultsOf(name, connect, demands)]);
    if (faults.length > 0) throw new DatabaseUnusable(faults.join("\n"));
  } finally {
    enough.abort();
    for (const client of clients) client.end().catch(() => undefined);
  }
}

async function faultsOf(
  name: string,
  connect: () => Promise<pg.Client>,
  demands: ServerDemands,
): Promise<string[]> {
  const client = await connect();
  const { rows } = await client.query<ServerFacts>(FACTS);
  const own = rows.flatMap((facts) => judgeServer(name, facts));
  // What comes next needs a server that is as it should be.
  if (own.length > 0) return own;
  const path = await pathFault(name, client, await connect());
  if (path) return [path];
  const faults: string[] = [];
  const newer = demands.acceptsNewerDatabase ? [] : await unknownMigrations(client);
  if (newer.length > 0) {
    faults.push(
      `The database ${name} was changed by a newer version of the app (${newer.join(", ")}): start that one, or set ` +
        "ACCEPT_NEWER_DATABASE=true to go back to this one; docs/upgrading.md says when that is safe",
    );
  }
  const { has, needs } = await locksAt(client, demands.partitions);
  if (has < needs) {
    faults.push(
      `The server of ${name} has max_locks_per_transaction = ${has}, and EVENT_RETENTION_DAYS=${demands.eventRetentionDays} ` +
        `needs ${needs}: raise it in postgresql.conf and restart the server, or keep events for fewer days; ${GUIDE}`,
    );
  }
  return faults;
}

/** What is wrong between us and the server. */
async function pathFault(name: string, one: pg.Client, other: pg.Client): Promise<string | null> {
  if (await connectionsAreShared(one, other)) {
    return (
      `A pooler before the database ${name} shares connections by the transaction, and the live log, locks and jobs need ` +
      `one that stays theirs: set its pool_mode to session; ${GUIDE}`
    );
  }
  if (await hearsNews(one, other)) return null;
  return (
    `What one connection to the database ${name} tells by NOTIFY another does not hear: connect to PostgreSQL itself, or ` +
    `through a pooler that keeps sessions; ${GUIDE}`
  );
}

/** Migrations in the database that this version does not have. */
async function unknownMigrations(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query("SELECT WHERE to_regclass('_prisma_migrations') IS NOT NULL");
  if (tables.length === 0) return [];
  const known = await readdir(MIGRATIONS_DIR);
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT migration_name AS name FROM _prisma_migrations
     WHERE rolled_back_at IS NULL AND migration_name <> ALL ($1::text[]) ORDER BY 1`,
    [known],
  );
  return rows.map(({ name }) => name);
}

/**
 * Whether a server has room for the locks of reading a log. A statement that reads all of it holds a lock on each part and
 * on each index of it. The server keeps two times `max_locks_per_transaction` of them for every connection that it allows.
 * Source: PostgreSQL manual, lock management; PROCLOCK in its lock.c.
 * @param partitions Parts that the log has.
 * @returns the setting as it is, and as it has to be at least.
 */
async function locksAt(client: pg.Client, partitions: number): Promise<{ has: number; needs: number }> {
  const { rows } = await client.query<{ has: number; sessions: number; indexes: number }>(
    `SELECT current_setting('max_locks_per_transaction')::int AS has,
       current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int AS sessions,
       (SELECT count(*)::int FROM pg_index WHERE indrelid = to_regclass('events')) AS indexes`,
  );
  const { has = 0, sessions = 1, indexes = 0 } = rows[0] ?? {};
  const relations = (partitions + 1) * (1 + (indexes || INDEXES));
  return { has, needs: Math.ceil((relations * READERS) / (2 * sessions)) };
}
