import { performance, type EventLoopUtilization } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { MINUTE_MS } from "#lib/time.ts";

/** How often it is looked, and at most collected. V8 gives pages back to the system some seconds after a collection. */
const LOOK_MS = MINUTE_MS / 3;
/** Share of its time that a calm process works: some fifty deliveries a second take as much. */
const CALM_UTILIZATION_MAX = 0.05;
/** What a process holds beside what it held at rest before it is worth holding up a delivery for a tenth of a second. */
const GROWTH_MIN = 1.15;

/** Resident bytes of a process, and the share of its time that it worked since the look before. */
export interface Look {
  residentBytes: number;
  utilization: number;
}

/** What it held at the look after the last collection; null when that look is still to come, 0 before the first collection. */
export type Rest = number | null;

/** What follows from a look. Pure. */
export function judge({ residentBytes, utilization }: Look, rest: Rest): { collects: boolean; rest: Rest } {
  if (rest === null) return { collects: false, rest: residentBytes };
  const collects = utilization < CALM_UTILIZATION_MAX && residentBytes > rest * GROWTH_MIN;
  return { collects, rest: collects ? null : rest };
}

/**
 * Gives back what a crowd or a start has left behind, once this process is calm. V8 collects when a process wants more memory,
 * so one that wants none anymore holds all of its garbage: after a flood three times what it needs, for days. A collection
 * holds this process up for some tenth of a second, and comes at most every 40 seconds. Call it once.
 */
export function collectWhenCalm(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as (options: { type: "major"; execution: "sync" }) => void; // what the flag exposes
  let rest: Rest = 0;
  let before: EventLoopUtilization = performance.eventLoopUtilization();
  const look = (): void => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    const judged = judge({ residentBytes: process.memoryUsage.rss(), utilization }, rest);
    rest = judged.rest;
    if (judged.collects) collect({ type: "major", execution: "sync" });
  };
  setInterval(look, LOOK_MS).unref();
}
