import type { Prisma } from "#lib/platform/db/generated/client.ts";
import { type JobName, type JobPayload, rankOf } from "./jobs.ts";
import { PRIORITIES, UNHURRIED } from "./priorities.ts";

/** A job that is to be enqueued. */
export interface NewJob<Name extends JobName> {
  payload: JobPayload<Name>;
  /** When it is due; at once when absent. */
  runAt?: Date;
  /** What makes two jobs the same; the job's name and store when absent. */
  jobKey?: string;
}

/**
 * Enqueues a job in the caller's transaction: it is there when the transaction commits, and never otherwise. While a job
 * with the same key waits, it is replaced instead of doubled; one that runs already is followed by another.
 * @param options.keepsTurn A job of the same key that waits already stays where it is in the queue.
 * Source: Graphile Worker docs, SQL `add_jobs()`, job keys and `job_key_mode`.
 */
export async function enqueueJob<Name extends JobName>(
  tx: Prisma.TransactionClient,
  name: Name,
  payload: JobPayload<Name>,
  { keepsTurn = false, ...job }: Omit<NewJob<Name>, "payload"> & { keepsTurn?: boolean } = {},
): Promise<void> {
  await enqueueJobs(tx, name, [{ payload, ...job }], { keepsTurn });
}

/**
 * Enqueues several jobs of one name, each as `enqueueJob` does, by one statement: each statement may read the whole queue,
 * so that thousands of them would take the square of their number. Their keys must differ.
 */
export async function enqueueJobs<Name extends JobName>(
  tx: Prisma.TransactionClient,
  name: Name,
  jobs: readonly NewJob<Name>[],
  { keepsTurn = false }: { keepsTurn?: boolean } = {},
): Promise<void> {
  const specs = jobs.map(({ payload, runAt, jobKey }) => {
    const rank = rankOf(name, payload);
    return {
      payload,
      runAt: runAt?.toISOString() ?? null,
      jobKey: jobKey ?? ("storeHash" in payload ? `${name}:${payload.storeHash}` : name),
      priority: PRIORITIES[rank],
      flags: rank === "person" ? null : [UNHURRIED],
    };
  });
  await tx.$executeRaw`
    SELECT graphile_worker.add_jobs(ARRAY(
      SELECT (${name}::text, payload, NULL, "runAt", NULL, "jobKey", priority, flags)::graphile_worker.job_spec
      FROM json_to_recordset(${JSON.stringify(specs)}::json) AS spec(
        payload json, "runAt" timestamptz, "jobKey" text, priority smallint, flags text[])
    ), ${keepsTurn})`;
}
