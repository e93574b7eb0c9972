import type { Task } from "graphile-worker";
import type { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log/log.ts";
import { JOBS, type JobName } from "#lib/platform/queue/jobs.ts";
import { traced } from "#lib/tracing/tracing.ts";

/** What a task gets besides its payload. */
export interface TaskContext {
  now: Date;
  /** Fires when the worker stops and will not wait much longer. */
  signal: AbortSignal;
}

/**
 * A task of the worker: reads the payload as the input that it is, and runs. An error that may pass is thrown on, so
 * that Graphile Worker tries again later; one that will not is logged, and the job is done.
 */
export function defineTask<Name extends JobName>(
  name: Name,
  run: (payload: z.output<(typeof JOBS)[Name]["payload"]>, context: TaskContext) => Promise<void>,
): Task {
  return async (input, { abortSignal }) => {
    // Cast: the schema is the one of this very name, which TypeScript does not follow through the index.
    const payload = JOBS[name].payload.parse(input) as z.output<(typeof JOBS)[Name]["payload"]>;
    try {
      await traced(
        () => ({ name: `job ${name}`, kind: "consumer" }),
        () => run(payload, { now: new Date(), signal: abortSignal }),
      );
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      log.warn({ job: name, reason: error.message }, "a job cannot be done");
    }
  };
}
