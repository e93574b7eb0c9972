import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { config } from "#lib/config.ts";
import { PrismaClient } from "./generated/client.ts";

/** Connections of one process. Two commits in flight, the pages' reads and the jobs share them. */
const POOL_CONNECTIONS_MAX = 10;
/** A statement that runs longer than this is a fault; intake must not wait behind it. */
const STATEMENT_TIMEOUT_MS = 15_000;

interface Database {
  pool: pg.Pool;
  prisma: PrismaClient;
}

// Next.js bundles and the custom server each load this module; the process keeps one pool for both.
const shared = globalThis as typeof globalThis & { [key: symbol]: Database | undefined };
const KEY = Symbol.for("webhook-keeper.database");

/**
 * The one connection pool and Prisma client of this process, made at the first call.
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
    application_name: "webhook-keeper",
  });
  // An idle connection that the server closes is no news to anybody: the pool opens another.
  pool.on("error", () => undefined);
  const made = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  shared[KEY] = made;
  return made;
}

/** Closes the pool; for a clean stop and for tests. May be repeated; a later `database()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const existing = shared[KEY];
  delete shared[KEY];
  if (!existing) return;
  await existing.prisma.$disconnect();
  await existing.pool.end();
}
