import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { database } from "./client.ts";
import { processWide } from "#lib/process-wide.ts";

/** How often a lock that another process holds is asked for again. */
const POLL_MS = 100;
/** Sets our advisory locks apart from those of others in the same database. */
const LOCK_SPACE = 1_464_552_272;

interface Session {
  client: pg.PoolClient;
  /** Gives the connection back to the pool, or drops it after an error. */
  end(error?: Error): void;
  /** Queries of one connection go one after another. */
  last: Promise<unknown>;
}
interface Locks {
  held: Set<string>;
  session: Promise<Session> | undefined;
}

// All locks of a process live in one connection, taken from the pool while any is held, so that many checks at once
// cannot use up the connections that they themselves need.
const locks = processWide("locks", (): Locks => ({ held: new Set(), session: undefined }));

/**
 * Does `work` while no other process, and no other caller of this one, holds the lock of that name. The lock ends with
 * the work, and with the process or its connection, whatever comes first.
 * @param waitMs How long to wait for it.
 * @returns what the work returns, or null when the lock was not to be had.
 */
export async function withLock<T>(
  name: string,
  waitMs: number,
  work: () => Promise<T>,
): Promise<{ result: T } | null> {
  const deadline = performance.now() + waitMs;
  while (!(await acquire(name))) {
    if (performance.now() >= deadline) return null;
    await wait(POLL_MS);
  }
  try {
    return { result: await work() };
  } finally {
    await release(name);
  }
}

/** Whether anyone, in any process, holds the lock of that name now. */
export async function isLocked(name: string): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = $1
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND objid = (hashtext($2)::bigint & 4294967295)::oid`,
    [LOCK_SPACE, name],
  );
  return rowCount !== null && rowCount > 0;
}

async function acquire(name: string): Promise<boolean> {
  // PostgreSQL lets one connection take the same lock twice, so callers of this process are told apart here.
  if (locks.held.has(name)) return false;
  locks.held.add(name);
  try {
    const rows = await query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken",
      name,
    );
    if (rows[0]?.taken) return true;
  } catch (error) {
    await forget(name);
    throw error;
  }
  await forget(name);
  return false;
}

async function release(name: string): Promise<void> {
  try {
    await query("SELECT pg_advisory_unlock($1, hashtext($2))", name);
  } catch {
    // With its connection the lock is gone anyway.
  } finally {
    await forget(name);
  }
}

async function forget(name: string): Promise<void> {
  locks.held.delete(name);
  if (locks.held.size > 0 || !locks.session) return;
  const { session } = locks;
  locks.session = undefined;
  await session.then(
    ({ end }) => end(),
    () => undefined,
  );
}

async function query<Row extends pg.QueryResultRow>(sql: string, name: string): Promise<Row[]> {
  const connecting = (locks.session ??= connect());
  const session = await connecting.catch((error: unknown) => {
    if (locks.session === connecting) locks.session = undefined;
    throw error;
  });
  const answer = session.last.then(() => session.client.query<Row>(sql, [LOCK_SPACE, name]));
  session.last = answer.catch(() => undefined);
  return (await answer).rows;
}

async function connect(): Promise<Session> {
  const client = await database().pool.connect();
  let isOver = false;
  const end = (error?: Error) => {
    if (isOver) return;
    isOver = true;
    client.off("error", lost);
    client.release(error);
  };
  // A lost connection took its locks along; the next caller begins with another one.
  const lost = (error: Error) => {
    locks.session = undefined;
    end(error);
  };
  client.on("error", lost);
  return { client, end, last: Promise.resolve() };
}
