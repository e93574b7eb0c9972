import type { WorkerEvents } from "graphile-worker";
import { metrics } from "#lib/metrics/metrics.ts";
import { TASKS } from "./task-list.ts";

/** A job of an older or newer version is one of these. */
const OTHER = "other";

/** A task's name as a label: those of this version, and one for all others. Pure. */
export const taskLabel = (name: string): string => (Object.hasOwn(TASKS, name) ? name : OTHER);

/** Counts the jobs of a queue as they end. */
export function countJobs(events: WorkerEvents): void {
  const startedMs = new Map<string, number>();
  const { jobs, jobSeconds } = metrics();
  const ended = (result: "done" | "failed" | "given_up", job: { id: string; task_identifier: string }) => {
    const task = taskLabel(job.task_identifier);
    jobs.inc({ task, result });
    const sinceMs = startedMs.get(job.id);
    if (sinceMs !== undefined) jobSeconds.observe({ task }, (performance.now() - sinceMs) / 1_000);
  };
  events.on("job:start", ({ job }) => startedMs.set(job.id, performance.now()));
  events.on("job:success", ({ job }) => ended("done", job));
  // Told of the last failure, too.
  events.on("job:error", ({ job }) => ended(job.attempts >= job.max_attempts ? "given_up" : "failed", job));
  events.on("job:complete", ({ job }) => startedMs.delete(job.id));
}
