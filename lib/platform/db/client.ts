import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { config } from "#lib/config/config.ts";
import { newConnection, newPool } from "./connection.ts";
import { PrismaClient } from "./generated/client.ts";
import { processWide } from "#lib/process-wide.ts";

/** Connections of one process for the pages' reads and changes, and for the jobs. */
const POOL_CONNECTIONS_MAX = 10;
/** For an export's thread, which reads one page after the other and has pools of its own. */
const READER_CONNECTIONS_MAX = 1;
/** A statement that runs longer than this is a fault. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** No one waits longer for a row or a table that another process holds. */
const LOCK_TIMEOUT_MS = 5_000;
/** A server that is silent for so long will not answer any more, and does not keep the promise of its own timeouts. */
const SILENCE_MS = 30_000;

/**
 * Connections for deliveries alone, one for each commit in flight: no page, however slow, makes a delivery wait. All
 * bounds, with that of `commit.ts` for a silent server, keep an answer below the ten seconds or so that BigCommerce waits.
 * Planning the commit's statement takes longer than the statement.
 */
const INTAKE_POOL = {
  max: 2,
  connectMs: 3_000,
  lockMs: 3_000,
  statementMs: 4_000,
  isPlannedOnce: true,
} as const;

interface Database {
  pool: pg.Pool;
  /** For the commit of deliveries, and nothing else. */
  intake: pg.Pool;
  /** For exports; see `readRows`. */
  reader: pg.Pool;
  prisma: PrismaClient;
}

const slot = processWide("database", (): { current?: Database } => ({}));

/**
 * The connection pools and the Prisma client of this process, made at the first call.
 * @throws when no database address is set (the start script sets it for the embedded database).
 */
export function database(): Database {
  const existing = slot.current;
  if (existing) return existing;
  const { databaseUrl } = config();
  if (!databaseUrl)
    throw new Error("DATABASE_URL is not set; start the app with npm start, or name a server");
  const bounds = { databaseUrl, statementMs: STATEMENT_TIMEOUT_MS, lockMs: LOCK_TIMEOUT_MS };
  const pool = newPool({
    ...bounds,
    name: "webhook-keeper",
    max: POOL_CONNECTIONS_MAX,
    silenceMs: SILENCE_MS,
  });
  const intake = newPool({ databaseUrl, name: "webhook-keeper intake", ...INTAKE_POOL });
  const reader = newPool({ ...bounds, name: "webhook-keeper reader", max: READER_CONNECTIONS_MAX });
  const made = { pool, intake, reader, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  slot.current = made;
  return made;
}

/** How many connections of each pool do what now; nothing before the first is made. Makes none. */
export function connectionFigures(): { pool: string; busy: number; idle: number; waiting: number }[] {
  if (!slot.current) return [];
  const { pool: pages, intake, reader } = slot.current;
  return Object.entries({ pages, intake, reader }).map(
    ([pool, { totalCount, idleCount, waitingCount: waiting }]) => ({
      pool,
      busy: totalCount - idleCount,
      idle: idleCount,
      waiting,
    }),
  );
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
  const client = newConnection({
    databaseUrl: config().databaseUrl ?? "",
    name: "webhook-keeper chore",
    statementMs,
    lockMs,
    silenceMs: statementMs + SILENCE_MS,
  });
  await client.connect();
  return client;
}

/** Closes the pools; for a clean stop and for tests. May be repeated; a later `database()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const existing = slot.current;
  delete slot.current;
  if (!existing) return;
  await existing.prisma.$disconnect();
  await Promise.all([existing.pool.end(), existing.intake.end(), existing.reader.end()]);
}
