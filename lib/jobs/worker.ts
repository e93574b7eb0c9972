import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { parseCronItems, run, type Runner, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { config } from "#lib/config/config.ts";
import { newPool } from "#lib/platform/db/connection.ts";
import { log } from "#lib/log/log.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { CRONTAB } from "./crontab.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { enqueueMovedStores } from "./moved-stores.ts";
import { enqueueOpenErasures, enqueueOpenRuns } from "./resume.ts";
import { countJobs } from "./job-figures.ts";
import { keepPlaces } from "./places.ts";
import { holdPresence, releaseAbandonedJobs } from "#lib/platform/queue/presence.ts";
import { queueLog } from "./queue-log.ts";
import { wakeEnrichment } from "./wake-enrichment.ts";
import { startForwarder } from "#lib/features/forwarding/forwarder.ts";
import type { ForwarderTimes } from "#lib/features/forwarding/times.ts";
import { TASKS } from "./task-list.ts";

/** The queue's own connections: one listens, the others fetch and finish jobs. */
const CONNECTIONS = { name: "webhook-keeper worker", max: 4, silenceMs: 10_000 } as const;
/** After this, a stopping worker ends the calls of its jobs, which then wait for the next worker. */
const STOP_PATIENCE_MS = 3_000;
/**
 * After so many fetches in a row that failed, some six seconds of them, the queue is started again. Graphile Worker 0.18
 * keeps its first lookup of the tasks' ids even when that failed, and then fetches nothing for as long as it lives.
 */
const FETCH_FAILURES_MAX = 12;
/** A queue that broke down, on a database that went away for long, is started again after this. */
const RESTART_MS = 2_000;
/** How often jobs of workers that are gone are looked for. */
const ABANDONED_CHECK_MS = 60_000;

const BROKEN_DOWN = new Trouble({
  level: "error",
  message: "the worker broke down; starting it again",
  over: "the worker works again",
});
const NOT_LOOKED = new Trouble({
  level: "warn",
  message: "could not look for jobs of workers that are gone",
});

/**
 * Starts the background work of this process: the queue's tables are brought up to date, what is due is done, the
 * hourly jobs are enqueued, and events are sent on to destinations. Any number of processes may run it. A queue that breaks
 * down is started again.
 *
 * Without the queue's local prefetching: a job here takes up to a minute of waiting for BigCommerce, and one that was
 * fetched ahead would wait behind it while another process is free.
 * @param times How forwarding spends its time; a test may choose others.
 * @throws when the database does not answer, or its address is not set.
 * @returns what stops it; resolves when the running jobs are finished, or put back. May be called twice.
 */
export async function startWorker({ times }: { times?: ForwarderTimes } = {}): Promise<{
  stop(): Promise<void>;
}> {
  const { databaseUrl, appUrl } = config();
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: a worker needs the database of the app");
  const stopping = new AbortController();
  let queue = await startQueue(databaseUrl);
  const running = keepRunning();
  const checking = setInterval(() => void checkAbandoned(), ABANDONED_CHECK_MS).unref();
  await checkAbandoned();
  await inTransaction((tx) => enqueueJob(tx, "keep-partitions", {}));
  await enqueueOpenRuns();
  await enqueueOpenErasures();
  await enqueueMovedStores(appUrl, new Date());
  const stopWaking = wakeEnrichment();
  const forwarder = startForwarder({ ...(times && { times }) });
  log.info("the worker is ready");

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      // It says so in the log when it breaks down, and its promise is kept all the same.
      const failure = await queue.runner.promise.catch((error: unknown) => error);
      if (stopping.signal.aborted) return;
      BROKEN_DOWN.met(failure);
      await queue.close();
      await wait(RESTART_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      queue = await startQueue(databaseUrl ?? "").catch(failedQueue);
      if (!queue.hasFailed) BROKEN_DOWN.passed();
    }
    // Told to stop while it was being started again.
    await stopQueue(queue);
  }

  const stop = async () => {
    clearInterval(checking);
    stopWaking();
    stopping.abort();
    await Promise.all([forwarder.stop(), stopQueue(queue)]);
    await running;
    await forwarder.handOver();
  };
  let stopped: Promise<void> | undefined;
  return { stop: () => (stopped ??= stop()) };
}

interface Queue {
  hasFailed: boolean;
  runner: Pick<Runner, "promise" | "stop">;
  /** Ends its presence and its connections, once the runner has ended. May be repeated. */
  close(): Promise<void>;
}

async function startQueue(databaseUrl: string): Promise<Queue> {
  const events = new EventEmitter() as WorkerEvents;
  const { workerConcurrency } = config();
  const pool = newPool({ databaseUrl, ...CONNECTIONS });
  let endPresence: () => Promise<void> = () => Promise.resolve();
  events.once("pool:create", ({ workerPool }) => {
    endPresence = holdPresence(workerPool.id);
  });
  try {
    const runner = await run({
      pgPool: pool,
      concurrency: workerConcurrency,
      forbiddenFlags: keepPlaces(workerConcurrency, events),
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: STOP_PATIENCE_MS,
      taskList: { ...TASKS },
      parsedCronItems: parseCronItems([...CRONTAB]),
      logger: queueLog,
      events,
      // Without batching, a stop does not wait until finished jobs are written off, and they stay locked for four hours.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    stopWhenFetchesFail(runner, events);
    countJobs(events);
    return { hasFailed: false, runner, close: () => closeQueue(pool, endPresence) };
  } catch (error) {
    await closeQueue(pool, endPresence);
    throw error;
  }
}

function stopWhenFetchesFail(runner: Runner, events: WorkerEvents): void {
  let failures = 0;
  const succeeded = () => {
    failures = 0;
  };
  events.on("worker:getJob:empty", succeeded);
  events.on("job:start", succeeded);
  events.on("worker:getJob:error", () => {
    failures++;
    // Not in the midst of a worker's failure, which it would take for its end. It refuses when it is being stopped already.
    if (failures === FETCH_FAILURES_MAX) setImmediate(() => void runner.stop().catch(() => undefined));
  });
}

async function closeQueue(pool: pg.Pool, endPresence: () => Promise<void>): Promise<void> {
  await endPresence();
  if (!pool.ending) await pool.end();
}

async function stopQueue({ runner, close }: Queue): Promise<void> {
  // It refuses when it has stopped already, which is what is wanted.
  await runner.stop().catch(() => undefined);
  await close();
}

/** Stands for a queue that could not be started again yet: it has broken down already. */
function failedQueue(error: unknown): Queue {
  const promise = Promise.reject(error instanceof Error ? error : new Error(String(error)));
  promise.catch(() => undefined);
  return {
    hasFailed: true,
    runner: { promise, stop: () => Promise.resolve() },
    close: () => Promise.resolve(),
  };
}

async function checkAbandoned(): Promise<void> {
  try {
    await releaseAbandonedJobs();
  } catch (error) {
    NOT_LOOKED.met(error);
  }
}
