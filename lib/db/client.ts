import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { config } from "#lib/config.ts";
import { PrismaClient } from "./generated/client.ts";

/** Connections of one process for the pages' reads and changes, and for the jobs. */
const POOL_CONNECTIONS_MAX = 10;
/** For an export's thread, which reads one page after the other and has pools of its own. */
const READER_CONNECTIONS_MAX = 1;
/** A statement that runs longer than this is a fault. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** Nobody waits longer for a row or a table that somebody else holds. */
const LOCK_TIMEOUT_MS = 5_000;
/** A server that is silent for so long will not answer any more, and does not keep the promise of its own timeouts. */
const SILENCE_MS = 30_000;

/**
 * Connections for deliveries alone, one for each commit in flight: no page, however slow, makes a delivery wait. All
 * bounds, with that of `commit.ts` for a silent server, keep an answer below the ten seconds or so that BigCommerce waits.
 */
const INTAKE_POOL = {
  max: 2,
  connectionTimeoutMillis: 3_000,
  lock_timeout: 3_000,
  statement_timeout: 4_000,
} as const satisfies pg.PoolConfig;

interface Database {
  pool: pg.Pool;
  /** For the commit of deliveries, and nothing else. */
  intake: pg.Pool;
  /** For exports; see `readRows`. */
  reader: pg.Pool;
  prisma: PrismaClient;
}

// Next.js bundles and the custom server each load this module; the process keeps one pool for both.
const shared = globalThis as typeof globalThis & { [key: symbol]: Database | undefined };
const KEY = Symbol.for("webhook-keeper.database");

/**
 * The connection pools and the Prisma client of this process, made at the first call.
 * @throws when no database address is set (the start script sets it for the embedded database).
 */
export function database(): Database {
  const existing = shared[KEY];
  if (existing) return existing;
  const { databaseUrl } = config();
  if (!databaseUrl)
    throw new Error("DATABASE_URL is not set; start the app with npm start, or name a server");
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POOL_CONNECTIONS_MAX,
    connectionTimeoutMillis: 5_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    query_timeout: SILENCE_MS,
    application_name: "webhook-keeper",
  });
  const intake = new pg.Pool({
    connectionString: databaseUrl,
    application_name: "webhook-keeper intake",
    ...INTAKE_POOL,
  });
  const reader = new pg.Pool({
    connectionString: databaseUrl,
    max: READER_CONNECTIONS_MAX,
    connectionTimeoutMillis: 5_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    application_name: "webhook-keeper reader",
  });
  for (const each of [pool, intake, reader]) {
    // An idle connection that the server closes is no news to anybody: the pool opens another.
    each.on("error", () => undefined);
    // One that breaks while it is used fails the statement; nobody else has to hear of it, least of all the process.
    each.on("connect", (client) => client.on("error", () => undefined));
  }
  const made = { pool, intake, reader, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  shared[KEY] = made;
  return made;
}

/**
 * A connection apart from the pools, for a chore to which their bounds do not apply. The caller ends it.
 * @param statementMs A statement may take as long.
 * @param lockMs It waits so long for a lock; 0 is for ever.
 */
export async function connectForChore({
  statementMs,
  lockMs,
}: {
  statementMs: number;
  lockMs: number;
}): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: config().databaseUrl,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    query_timeout: statementMs + SILENCE_MS,
    application_name: "webhook-keeper chore",
  });
  // A connection that breaks fails the statement that uses it; there is nobody else to tell.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Closes the pools; for a clean stop and for tests. May be repeated; a later `database()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const existing = shared[KEY];
  delete shared[KEY];
  if (!existing) return;
  await existing.prisma.$disconnect();
  await Promise.all([existing.pool.end(), existing.intake.end(), existing.reader.end()]);
}
