import type pg from "pg";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { newConnection } from "#lib/platform/db/connection.ts";
import { log } from "#lib/log/log.ts";

/** Sets these advisory locks apart from all others in the same database. Any constant of ours. */
const LOCK_SPACE = 1_464_552_273;
/** Wait before a lost connection is opened again. */
const RECONNECT_MS = 1_000;
/** A process that lost its connection for a moment, or that has just taken its first job, is not gone. */
const GRACE = "1 minute";

/**
 * Says in the database that a worker is alive: an advisory lock on a connection of its own, which ends with the
 * process, however that ends. After a lost connection it is taken again.
 * @param workerId Graphile Worker's id of the pool, under which its running jobs are locked.
 * @returns what ends it; may be called twice.
 */
export function holdPresence(workerId: string): () => Promise<void> {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let hasEnded = false;

  const connect = () => {
    const opened = newConnection({
      databaseUrl: config().databaseUrl ?? "",
      name: "webhook-keeper worker presence",
    });
    client = opened;
    let isLost = false;
    const lost = () => {
      if (isLost || hasEnded) return;
      isLost = true;
      opened.end().catch(() => undefined);
      retry = setTimeout(connect, RECONNECT_MS).unref();
    };
    opened.on("error", lost);
    opened.on("end", lost);
    opened
      .connect()
      .then(() => opened.query("SELECT pg_advisory_lock($1, hashtext($2))", [LOCK_SPACE, workerId]))
      .catch(lost);
  };
  connect();
  return async () => {
    hasEnded = true;
    clearTimeout(retry);
    await client?.end().catch(() => undefined);
  };
}

/** Whether a worker is alive, in whichever process. */
export const isWorkerThere = async (): Promise<boolean> => (await workersThere()) > 0;

/** How many workers are alive, in whichever processes. */
export async function workersThere(): Promise<number> {
  const { rows } = await database().pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = $1
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [LOCK_SPACE],
  );
  return rows[0]?.count ?? 0;
}

/**
 * Gives back the jobs of workers that are gone. Graphile Worker itself would leave a job that was running in a killed
 * process alone for four hours. Repeatable, by any number of processes at once.
 * @returns ids of the workers that were gone.
 */
export async function releaseAbandonedJobs(): Promise<string[]> {
  const { pool } = database();
  const { rows } = await pool.query<{ workerId: string }>(
    `SELECT DISTINCT locked_by AS "workerId" FROM graphile_worker.jobs
     WHERE locked_by IS NOT NULL AND locked_at < now() - $2::interval AND NOT EXISTS (
       SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = $1
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND objid = (hashtext(locked_by)::bigint & 4294967295)::oid)`,
    [LOCK_SPACE, GRACE],
  );
  const workerIds = rows.map(({ workerId }) => workerId);
  if (workerIds.length === 0) return [];
  await pool.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [workerIds]);
  log.warn({ workerIds }, "gave back the jobs of workers that are gone");
  return workerIds;
}
