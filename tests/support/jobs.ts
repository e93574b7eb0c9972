import { runOnce } from "graphile-worker";
import { config } from "#lib/config/config.ts";
import { queueLog } from "#lib/jobs/queue-log.ts";
import { TASKS } from "#lib/jobs/task-list.ts";

/** Does every job that is due, as the worker would, and resolves when all of them are written off. */
export function runDueJobs(): Promise<void> {
  return runOnce({
    connectionString: config().databaseUrl ?? "",
    taskList: { ...TASKS },
    noHandleSignals: true,
    logger: queueLog,
    // As the worker has it. With batching this would resolve before that, and the test's database be gone too early.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
}
