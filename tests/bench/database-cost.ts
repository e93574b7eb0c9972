import { readdirSync, readFileSync } from "node:fs";
import type { Lab } from "#tests/lab/lab.ts";

/** Of the times in `/proc/PID/stat`, on Linux. */
const MS_PER_TICK = 10;

/** Transactions of the database so far. */
export async function transactions(): Promise<number> {
  const { database } = await import("#lib/platform/db/client.ts");
  const { rows } = await database().pool.query<{ made: string }>(
    "SELECT xact_commit AS made FROM pg_stat_database WHERE datname = current_database()",
  );
  return Number(rows[0]?.made ?? 0);
}

/** Processor time of a process so far; 0 once it has ended. Linux only. */
export function processCpuMs(pid: number): number {
  return ticksOf(String(pid), () => true) * MS_PER_TICK;
}

/** Processor time of the whole PostgreSQL server so far, of connections that are over, too. Linux only. */
export function databaseCpuMs(lab: Pick<Lab, "databasePid">): number {
  const server = String(lab.databasePid());
  return (
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .reduce((sum, pid) => sum + ticksOf(pid, (parent) => parent === server), allTicksOf(server)) *
    MS_PER_TICK
  );
}

/** With those of the processes that it started and that ended, which come 14th and 15th. */
function allTicksOf(pid: string): number {
  return statOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0);
}

/** Source: proc(5); behind the name in brackets come state and parent, and as the 12th and 13th the ticks of both kinds. */
function ticksOf(pid: string, isWanted: (parent: string | undefined) => boolean): number {
  const fields = statOf(pid);
  return fields.length > 0 && isWanted(fields[1]) ? Number(fields[11]) + Number(fields[12]) : 0;
}

/** Nothing once it has ended. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  } catch {
    return [];
  }
}
