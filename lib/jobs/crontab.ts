import type { CronItem } from "graphile-worker";
import { type JobName, rankOf } from "#lib/platform/queue/jobs.ts";
import { PRIORITIES } from "#lib/platform/queue/priorities.ts";

interface CronEntry extends CronItem {
  task: JobName;
}

// A key keeps a late hour's job from doubling.
const optionsOf = (task: JobName) => ({
  jobKey: task,
  maxAttempts: 3,
  priority: PRIORITIES[rankOf(task, {})],
});

// Off the full hour, when every other clock in the house strikes.
const hourlyAt = (minute: number, task: JobName): CronEntry => ({
  task,
  match: `${minute} * * * *`,
  identifier: task,
  options: optionsOf(task),
});

/** What happens by the clock, in UTC. Graphile Worker enqueues each tick once over all processes. */
export const CRONTAB: readonly CronEntry[] = [
  hourlyAt(7, "reconcile-all"),
  hourlyAt(12, "keep-privacy"),
  hourlyAt(23, "keep-partitions"),
  hourlyAt(37, "forget-launches"),
  hourlyAt(42, "forget-jobs"),
  hourlyAt(52, "keep-alerts"),
  hourlyAt(52, "renew-secrets"),
  // Trouble of a quarter of an hour is told soon after.
  {
    task: "watch-destinations",
    match: "4,9,14,19,24,29,34,39,44,49,54,59 * * * *",
    identifier: "watch-destinations",
    options: optionsOf("watch-destinations"),
  },
  // What wakes it is a notification, which reaches only who listens.
  {
    task: "wake-reading",
    match: "9,19,29,39,49,59 * * * *",
    identifier: "wake-reading",
    options: optionsOf("wake-reading"),
  },
];
