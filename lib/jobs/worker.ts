import { parseCronItems, run } from "graphile-worker";
import { config } from "#lib/config.ts";
import { log } from "#lib/log.ts";
import { inTransaction } from "#lib/stores/records.ts";
import { CRONTAB } from "./crontab.ts";
import { enqueueJob } from "./enqueue.ts";
import { enqueueMovedStores } from "./moved-stores.ts";
import { queueLog } from "./queue-log.ts";
import { TASKS } from "./task-list.ts";

/** Jobs at once: most of them wait for BigCommerce. */
const CONCURRENCY = 4;
/** The queue's own connections: one listens, the others fetch and finish jobs. Intake keeps its pool to itself. */
const CONNECTIONS_MAX = 4;
/** After this, a stopping worker ends the calls of its jobs, which then wait for the next worker. */
const STOP_PATIENCE_MS = 3_000;

/**
 * Starts the background work of this process: the queue's tables are brought up to date, what is due is done, and the
 * hourly jobs are enqueued. Any number of processes may run it.
 *
 * Without the queue's local prefetching: a job here takes up to a minute of waiting for BigCommerce, and one that was
 * fetched ahead would wait behind it while another process is free.
 * @throws when the database does not answer, or its address is not set.
 * @returns what stops it; resolves when the running jobs are finished, or put back. May be called twice.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const { databaseUrl, appUrl } = config();
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: a worker needs the database of the app");
  const runner = await run({
    connectionString: databaseUrl,
    maxPoolSize: CONNECTIONS_MAX,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: STOP_PATIENCE_MS,
    taskList: { ...TASKS },
    parsedCronItems: parseCronItems([...CRONTAB]),
    logger: queueLog,
    // Without batching, a stop does not wait until finished jobs are written off, and they stay locked for four hours.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, "the worker broke down"));
  await inTransaction((tx) => enqueueJob(tx, "keep-partitions", {}));
  await enqueueMovedStores(appUrl);
  log.info("the worker is ready");

  let stopping: Promise<void> | undefined;
  return { stop: () => (stopping ??= runner.stop()) };
}
