import type { Prisma } from "#lib/db/generated/client.ts";
import type { JobName, JobPayload } from "./names.ts";

/** Jobs with a higher number come later. */
const PATIENT = 10;

/**
 * Enqueues a job in the caller's transaction: it is there when the transaction commits, and never otherwise. While a job
 * with the same key waits, it is replaced instead of doubled; one that runs already is followed by another.
 * @param options.runAt When it is due; at once when absent.
 * @param options.jobKey What makes two jobs the same; the job's name and store when absent.
 * @param options.keepsTurn A job of the same key that waits already stays where it is in the queue.
 * @param options.isPatient Every other job goes first.
 * Source: Graphile Worker docs, SQL `add_job()`, job keys and `job_key_mode`.
 */
export async function enqueueJob<Name extends JobName>(
  tx: Prisma.TransactionClient,
  name: Name,
  payload: JobPayload<Name>,
  options: { runAt?: Date; jobKey?: string; keepsTurn?: boolean; isPatient?: boolean } = {},
): Promise<void> {
  const jobKey = options.jobKey ?? ("storeHash" in payload ? `${name}:${payload.storeHash}` : name);
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}::text,
      ${JSON.stringify(payload)}::json,
      run_at := ${options.runAt ?? null}::timestamptz,
      job_key := ${jobKey}::text,
      job_key_mode := ${options.keepsTurn ? "preserve_run_at" : "replace"}::text,
      priority := ${options.isPatient ? PATIENT : 0}::int
    )`;
}
