import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** What is counted of the house: viewers, jobs, connections, and what all processes share. */
export function houseMetrics(registers: Registry[]) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge<Label>({ name: `webhook_keeper_${name}`, help, labelNames, registers });
  return {
    buildInfo: gauge("build_info", "Always 1; its label is the version that runs.", ["version"]),
    viewers: gauge("viewers", "Live streams of the log that are open in this process."),
    connections: gauge("database_connections", "Connections of this process, by pool and by what they do.", [
      "pool",
      "state",
    ]),
    health: gauge("health", "1 while a part is well, as /api/health says; only of processes of the app.", [
      "part",
    ]),
    jobs: new Counter<"task" | "result">({
      name: "webhook_keeper_jobs_total",
      help: "Jobs that this process ended: done, failed (tried again later) or given_up.",
      labelNames: ["task", "result"],
      registers,
    }),
    jobSeconds: new Histogram<"task">({
      name: "webhook_keeper_job_seconds",
      help: "How long a job took.",
      labelNames: ["task"],
      buckets: [0.1, 1, 10, 60],
      registers,
    }),
    databaseUp: gauge(
      "database_up",
      "1 when the figures that all processes share were read from the database; 0 leaves them out.",
    ),
    databaseBytes: gauge("database_bytes", "Size of the database."),
    jobsDue: gauge("jobs_due", "Jobs that are due and wait for a worker.", ["task"]),
    jobsOldest: gauge("jobs_oldest_due_seconds", "For how long the oldest of these jobs is due.", ["task"]),
    jobsRunning: gauge("jobs_running", "Jobs that a worker has taken.", ["task"]),
    jobsFailed: gauge("jobs_failed", "Jobs that were tried for the last time and stay in the queue.", [
      "task",
    ]),
    workers: gauge("workers", "Workers that are alive, in whichever processes."),
    stores: gauge("stores", "Stores that have the app installed."),
    storesRefused: gauge("stores_refused", "Those whose token BigCommerce refuses."),
    destinations: gauge(
      "destinations",
      "Destinations of these stores: working, paused (the breaker is open) or off.",
      ["state"],
    ),
  };
}
