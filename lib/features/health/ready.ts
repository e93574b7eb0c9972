import type { Health } from "./check.ts";

/** Whether a balancer should send requests to this process. */
export interface Readiness {
  status: "ok" | "failing" | "stopping";
}

/**
 * Judges whether this process should get requests. While the database is away it should as long as its spool takes
 * deliveries: a balancer that sends it none would refuse them. What all processes share does not count unless nothing works without
 * it: with a worker that is stuck, or a disk that is full, a page still helps, and a balancer could not choose better.
 * Pure.
 * @param isStopping Whether the process is about to end; it answers all the same until it does.
 */
export function readinessOf(
  { database, migrations, receiver, spool }: Pick<Health, "database" | "migrations" | "receiver" | "spool">,
  isStopping: boolean,
): Readiness {
  if (isStopping) return { status: "stopping" };
  const isUsable =
    database === "ok" ? migrations === "ok" : receiver === "ok" && spool !== "off" && spool !== "unusable";
  return { status: isUsable ? "ok" : "failing" };
}
