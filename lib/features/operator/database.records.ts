import { readdir } from "node:fs/promises";
import { slotOf } from "#lib/features/events/slots.ts";
import { database } from "#lib/platform/db/client.ts";
import { MIGRATIONS_DIR } from "#lib/platform/db/migrations.ts";

/** A table of the log of events, or of that of deliveries, which both consist of days. */
export interface PartitionRow {
  name: string;
  /** Its first day, and the first day after it; null of the default partition, which should be empty. */
  from: string | null;
  to: string | null;
  /** With its indexes. */
  bytes: number;
  /** Rows, as PostgreSQL last estimated; null when it never did. */
  rows: number | null;
}

/** The parts of the partitioned tables, newest first. */
export async function partitionRows(): Promise<PartitionRow[]> {
  const { rows } = await database().pool.query<Omit<PartitionRow, "from" | "to">>(
    `SELECT relname AS name, pg_total_relation_size(pg_class.oid)::float8 AS bytes,
       CASE WHEN reltuples < 0 THEN NULL ELSE reltuples::float8 END AS rows
     FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
     WHERE inhparent IN (to_regclass('events'), to_regclass('deliveries')) ORDER BY relname DESC`,
  );
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return rows.map(({ name, ...sizes }) => {
    const slot = slotOf(name.replace(/^deliveries_/, "events_"));
    return { name, from: slot && day(slot.from), to: slot && day(slot.to), ...sizes };
  });
}

/** What was refused, of one store and for one reason. */
export interface RefusalRow {
  /** Empty for what names no store of ours. */
  storeHash: string;
  reason: string;
  count: number;
  firstAt: Date;
  lastAt: Date;
}

/** What was refused in the hours from a time on; the most frequent first. */
export async function refusalRows(hoursFrom: Date, limit: number): Promise<RefusalRow[]> {
  const { rows } = await database().pool.query<RefusalRow>(
    `SELECT store_hash AS "storeHash", reason, sum(count)::float8 AS count, min(first_at) AS "firstAt",
       max(last_at) AS "lastAt"
     FROM rejections WHERE hour >= $1 GROUP BY 1, 2 ORDER BY count DESC, 1, 2 LIMIT $2`,
    [hoursFrom, limit],
  );
  return rows;
}

/** What a database says of itself in a support case. */
export interface DatabaseFacts {
  version: string;
  encoding: string;
  timeZone: string;
  maxConnections: number;
  connections: number;
  bytes: number;
  migrations: { applied: number; newest: string | null; missing: string[]; unfinished: string[] };
  /** Tables by their size, the largest first, partitions counted under their own table. */
  tables: { name: string; bytes: number; rows: number | null }[];
}

const TABLES_MAX = 15;

/** Reads what a database says of itself. @throws when it was never migrated. */
export async function databaseFacts(): Promise<DatabaseFacts> {
  const { pool } = database();
  const [self, migrations, tables, known] = await Promise.all([
    pool.query<Omit<DatabaseFacts, "migrations" | "tables">>(
      `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
         (SELECT reset_val FROM pg_settings WHERE name = 'TimeZone') AS "timeZone",
         current_setting('max_connections')::int AS "maxConnections",
         (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections,
         pg_database_size(current_database())::float8 AS bytes`,
    ),
    pool.query<{ name: string; isDone: boolean }>(
      `SELECT migration_name AS name, bool_or(finished_at IS NOT NULL) AS "isDone" FROM _prisma_migrations
       WHERE rolled_back_at IS NULL GROUP BY 1 ORDER BY 1`,
    ),
    pool.query<{ name: string; bytes: number; rows: number | null }>(
      `SELECT coalesce(parent.relname, own.relname) AS name, sum(pg_total_relation_size(own.oid))::float8 AS bytes,
         sum(nullif(own.reltuples, -1))::float8 AS rows
       FROM pg_class AS own LEFT JOIN pg_inherits ON inhrelid = own.oid LEFT JOIN pg_class AS parent ON parent.oid = inhparent
       WHERE own.relkind = 'r' AND own.relnamespace IN (to_regnamespace('public'), to_regnamespace('graphile_worker'))
       GROUP BY 1 ORDER BY 2 DESC LIMIT $1`,
      [TABLES_MAX],
    ),
    readdir(MIGRATIONS_DIR, { withFileTypes: true }),
  ]);
  const [facts] = self.rows;
  if (!facts) throw new Error("the database said nothing of itself");
  const done = migrations.rows.filter(({ isDone }) => isDone).map(({ name }) => name);
  const wanted = known.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return {
    ...facts,
    migrations: {
      applied: done.length,
      newest: done.at(-1) ?? null,
      missing: wanted.filter((name) => !done.includes(name)).toSorted(),
      unfinished: migrations.rows.filter(({ isDone }) => !isDone).map(({ name }) => name),
    },
    tables: tables.rows,
  };
}

/** Codes of what fails at stores and at destinations now, with how many it is; never what anybody wrote. */
export async function failureCounts(): Promise<{
  checks: Record<string, number>;
  destinations: Record<string, number>;
}> {
  const { pool } = database();
  const count = async (sql: string) => {
    const { rows } = await pool.query<{ code: string; count: number }>(sql);
    return Object.fromEntries(rows.map((row) => [row.code, row.count]));
  };
  const [checks, destinations] = await Promise.all([
    count(`SELECT check_failure AS code, count(*)::int AS count FROM stores
      WHERE check_failure IS NOT NULL AND uninstalled_at IS NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 20`),
    count(`SELECT coalesce(last_failure, last_status::text, 'none') AS code, count(*)::int AS count FROM feeds
      WHERE ill_since IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 20`),
  ]);
  return { checks, destinations };
}
