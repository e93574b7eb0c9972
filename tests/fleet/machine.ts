import { readFileSync } from "node:fs";
import type { MachineUse } from "./verdict.ts";

const LOOK_MS = 1_000;

/**
 * Ticks of all processors so far, and those in which they worked or were another machine's. Pure.
 * @param stat Of `/proc/stat`. Source: proc(5): user, nice, system, idle, iowait, irq, softirq, steal.
 */
export function processorTimes(stat: string): { busy: number; all: number } {
  const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0, steal = 0] = stat
    .slice(0, stat.indexOf("\n"))
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const busy = user + nice + system + irq + softirq + steal;
  return { busy, all: busy + idle + iowait };
}

const readTimes = () => processorTimes(readFileSync("/proc/stat", "utf8"));
/** Memory that this machine has left, in megabytes. Linux only. */
export const availableMb = (): number =>
  Number(/MemAvailable:\s+(\d+) kB/.exec(readFileSync("/proc/meminfo", "utf8"))?.[1] ?? 0) / 1024;

/** Watches what this machine has to give until it is asked what that was. Linux only. */
export function watchMachine(): { end(): MachineUse } {
  const before = readTimes();
  let leastMb = availableMb();
  const looking = setInterval(() => (leastMb = Math.min(leastMb, availableMb())), LOOK_MS);
  return {
    end: () => {
      clearInterval(looking);
      const after = readTimes();
      const all = Math.max(1, after.all - before.all);
      return { busyPercent: (100 * (after.busy - before.busy)) / all, availableMb: leastMb };
    },
  };
}
