import { databaseCpuMs, processCpuMs } from "#tests/bench/database-cost.ts";
import { connectionsOf } from "#tests/lab/connections.ts";
import { residentBytes, type Lab } from "#tests/lab/lab.ts";
import { RECEIVERS, type Fleet } from "./fleet.ts";
import type { Sizing } from "./sizing.ts";

const MB = 1024 ** 2;
const LOOK_MS = 1_000;

type ByKind = Sizing["restMb"];

const most = (values: readonly number[]): number =>
  values.reduce((largest, each) => Math.max(largest, each), 0);

/** The most of what `measure` says of the receivers, and of the workers. */
function mostOf(fleet: Fleet, measure: (pid: number) => number): ByKind {
  const values = fleet.members.pids().map(measure);
  return { receiver: most(values.slice(0, RECEIVERS)), worker: most(values.slice(RECEIVERS)) };
}

/** Megabytes that each kind holds, of the process that holds most. */
export const memory = (fleet: Fleet): ByKind => mostOf(fleet, (pid) => residentBytes(pid) / MB);

/** Notes the most that any process takes, until it is asked. */
export function watchProcesses(fleet: Fleet, databasePort: number) {
  let mostMb: ByKind = { receiver: 0, worker: 0 };
  let connections: ByKind = { receiver: 0, worker: 0 };
  const larger = (a: ByKind, b: ByKind): ByKind => ({
    receiver: Math.max(a.receiver, b.receiver),
    worker: Math.max(a.worker, b.worker),
  });
  const looking = setInterval(() => {
    mostMb = larger(mostMb, memory(fleet));
    connections = larger(
      connections,
      mostOf(fleet, (pid) => connectionsOf(pid, databasePort)),
    );
  }, LOOK_MS);
  return {
    end: () => {
      clearInterval(looking);
      return { mostMb, connections };
    },
  };
}

/** Milliseconds. */
export interface Cost {
  receiver: number;
  worker: number;
  database: number;
  tookMs: number;
}

/** Processor time that each kind took for something, in milliseconds, all processes of it together. */
export async function costOf(lab: Lab, fleet: Fleet, work: () => Promise<unknown>): Promise<Cost> {
  const now = () => {
    const each = fleet.members.pids().map(processCpuMs);
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    return {
      receiver: sum(each.slice(0, RECEIVERS)),
      worker: sum(each.slice(RECEIVERS)),
      database: databaseCpuMs(lab),
      tookMs: performance.now(),
    };
  };
  const before = now();
  await work();
  const after = now();
  return {
    receiver: after.receiver - before.receiver,
    worker: after.worker - before.worker,
    database: after.database - before.database,
    tookMs: after.tookMs - before.tookMs,
  };
}
