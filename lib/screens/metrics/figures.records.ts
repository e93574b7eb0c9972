import { database } from "#lib/platform/db/client.ts";
import { workersThere } from "#lib/platform/queue/presence.ts";

export { connectionFigures } from "#lib/platform/db/client.ts";

/** What all processes share, and so none of them counts. */
export interface SharedFigures {
  databaseBytes: number;
  stores: number;
  /** Those whose token BigCommerce refuses. */
  refusedStores: number;
  /** Migrations that the database has finished. */
  migrations: string[];
  workers: number;
  jobs: { task: string; due: number; running: number; failed: number; oldestDueSeconds: number }[];
  destinations: { working: number; paused: number; off: number };
}

/**
 * Reads what all processes share: two statements, each over tables with a row for each store, destination or job.
 * @throws as the database does.
 */
export async function readSharedFigures(): Promise<SharedFigures> {
  const [workers, { rows }] = await Promise.all([
    workersThere(),
    database().pool.query<Omit<SharedFigures, "workers" | "databaseBytes"> & { databaseBytes: string }>(
      `SELECT pg_database_size(current_database()) AS "databaseBytes",
         (SELECT count(*)::int FROM stores WHERE uninstalled_at IS NULL) AS stores,
         (SELECT count(*)::int FROM stores WHERE uninstalled_at IS NULL AND needs_reauthorisation) AS "refusedStores",
         (SELECT coalesce(json_agg(migration_name), '[]') FROM _prisma_migrations
          WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations,
         (SELECT coalesce(json_agg(each), '[]') FROM (
            SELECT task_identifier AS task,
              count(*) FILTER (WHERE is_due) AS due,
              count(*) FILTER (WHERE locked_at IS NOT NULL) AS running,
              count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts) AS failed,
              coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE is_due)), 0)::float8 AS "oldestDueSeconds"
            FROM (SELECT *, run_at <= now() AND locked_at IS NULL AND attempts < max_attempts AS is_due
                  FROM graphile_worker.jobs) AS job GROUP BY task_identifier) AS each) AS jobs,
         (SELECT json_build_object(
            'off', count(*) FILTER (WHERE NOT is_on),
            'paused', count(*) FILTER (WHERE is_on AND breaker ->> 'kind' = 'paused'),
            'working', count(*) FILTER (WHERE is_on AND breaker ->> 'kind' IS DISTINCT FROM 'paused'))
          FROM destinations JOIN stores ON stores.hash = destinations.store_hash AND uninstalled_at IS NULL
            LEFT JOIN feeds ON feeds.destination_id = destinations.id) AS destinations`,
    ),
  ]);
  const [row] = rows;
  if (!row) throw new Error("the database answered nothing");
  return { ...row, workers, databaseBytes: Number(row.databaseBytes) };
}
