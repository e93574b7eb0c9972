import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A process that cannot be mistaken for a later one of the same id. */
export interface ProcessMark {
  pid: number;
  /** When it started, in the system's own words; only compared. */
  startedAt: string;
}

/** When a process started, in the system's own words, or null when there is none of this id. */
export function startTimeOf(pid: number): string | null {
  if (existsSync("/proc/self/stat")) {
    try {
      // The second field, in brackets, may hold spaces. Source: proc(5), field 22 is `starttime`, field 3 the state.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      return fields[0] === "Z" ? null : (fields[19] ?? null);
    } catch {
      return null;
    }
  }
  const { status, stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "" ? stdout.trim() : null;
}

/** The mark of a process of this id, or null when there is none. */
export function markOf(pid: number): ProcessMark | null {
  const startedAt = startTimeOf(pid);
  return startedAt === null ? null : { pid, startedAt };
}

/** Does exactly this process still run? */
export function isRunning({ pid, startedAt }: ProcessMark): boolean {
  return startTimeOf(pid) === startedAt;
}

/** Asks a process to end, and after `patienceMs` makes it. Resolves when it is gone. */
export async function endProcess(mark: ProcessMark, patienceMs: number): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    try {
      if (isRunning(mark)) process.kill(mark.pid, signal);
    } catch {
      // It went between the two calls.
    }
    for (const endAt = Date.now() + patienceMs; Date.now() < endAt; await pause(50)) {
      if (!isRunning(mark)) return;
    }
  }
}
