import { maskText } from "#lib/log/redact.ts";
import { database } from "#lib/platform/db/client.ts";

/** A worker that does one job for longer than this is no longer at it, whatever its process says. */
const RUNNING_MINUTES_MAX = 15;

/** The jobs of one name. */
export interface QueueRow {
  task: string;
  /** Due and not begun. */
  due: number;
  /** Not due yet. */
  later: number;
  running: number;
  /** Given up. */
  failed: number;
  /** Since when the oldest of those that are due waits; null when none does. */
  dueSince: Date | null;
}

/** What is in the queue, by the jobs' names. */
export async function queueRows(): Promise<QueueRow[]> {
  const { rows } = await database().pool.query<QueueRow>(
    `SELECT task_identifier AS task,
       count(*) FILTER (WHERE is_open AND run_at <= now())::int AS due,
       count(*) FILTER (WHERE is_open AND run_at > now())::int AS later,
       count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
       count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::int AS failed,
       min(run_at) FILTER (WHERE is_open AND run_at <= now()) AS "dueSince"
     FROM (SELECT *, locked_at IS NULL AND attempts < max_attempts AS is_open FROM graphile_worker.jobs) AS jobs
     GROUP BY 1 ORDER BY 1`,
  );
  return rows;
}

/** A job that does not go on by itself. */
export interface StuckJob {
  id: string;
  task: string;
  storeHash: string | null;
  /** `failed`: given up after its last try. `running`: begun long ago and not ended. */
  state: "failed" | "running";
  attempts: number;
  since: Date;
  /** What went wrong at the last try, without what looks like a secret. */
  error: string | null;
}

const STUCK = `
  SELECT jobs.id::text AS id, jobs.task_identifier AS task, private.payload ->> 'storeHash' AS "storeHash",
    CASE WHEN jobs.locked_at IS NULL THEN 'failed' ELSE 'running' END AS state, jobs.attempts,
    coalesce(jobs.locked_at, jobs.updated_at) AS since, jobs.last_error AS error
  FROM graphile_worker.jobs JOIN graphile_worker._private_jobs AS private ON private.id = jobs.id
  WHERE jobs.id > $1::bigint AND ((jobs.locked_at IS NULL AND jobs.attempts >= jobs.max_attempts)
    OR jobs.locked_at < now() - interval '${RUNNING_MINUTES_MAX} minutes')
  ORDER BY jobs.id LIMIT $2`;

/**
 * A page of the jobs that do not go on by themselves, by their numbers.
 * @param after The last one of the page before; null for the first page.
 */
export async function stuckJobs(after: string | null, limit: number): Promise<StuckJob[]> {
  const { rows } = await database().pool.query<StuckJob>(STUCK, [after ?? "0", limit]);
  return rows.map((row) => ({ ...row, error: row.error === null ? null : maskText(row.error) }));
}

/**
 * Has a job that was given up tried again at once, with all of its tries. Repeatable.
 * @returns whether there was one: a job that runs or waits is left alone.
 */
export const runAgain = (id: string): Promise<boolean> =>
  changeFailed(id, "graphile_worker.reschedule_jobs(ARRAY[job.id], run_at => now(), attempts => 0)");

/** Takes a job that was given up out of the queue. Repeatable. @returns as `runAgain` does. */
export const dropJob = (id: string): Promise<boolean> =>
  changeFailed(id, "graphile_worker.complete_jobs(ARRAY[job.id])");

async function changeFailed(id: string, change: string): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `SELECT changed.id FROM graphile_worker.jobs AS job, LATERAL ${change} AS changed
     WHERE job.id = $1::bigint AND job.locked_at IS NULL AND job.attempts >= job.max_attempts`,
    [id],
  );
  return rowCount === 1;
}
