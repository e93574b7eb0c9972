import { readdirSync, readFileSync } from "node:fs";
import type { Lab } from "#tests/lab/lab.ts";

/** Ticks of `/proc/PID/stat` a second on Linux. */
const TICKS_PER_SECOND = 100;

/** Transactions of the database so far. */
export async function transactions(): Promise<number> {
  const { database } = await import("#lib/platform/db/client.ts");
  const { rows } = await database().pool.query<{ made: string }>(
    "SELECT xact_commit AS made FROM pg_stat_database WHERE datname = current_database()",
  );
  return Number(rows[0]?.made ?? 0);
}

/** Processor time of the whole PostgreSQL server so far, of connections that are open. Linux only. */
export function databaseCpuMs(lab: Lab): number {
  const ofProcess = (pid: string) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      const isOurs = pid === String(lab.databasePid()) || fields[1] === String(lab.databasePid());
      return isOurs ? Number(fields[11]) + Number(fields[12]) : 0;
    } catch {
      return 0;
    }
  };
  const ticks = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => sum + ofProcess(pid), 0);
  return (ticks * 1_000) / TICKS_PER_SECOND;
}
