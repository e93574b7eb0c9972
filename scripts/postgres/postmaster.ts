import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const FAST_STOP_MS = 20_000;
const IMMEDIATE_STOP_MS = 5_000;

/** The process id in a cluster's `postmaster.pid`, or null when there is no such file or nothing readable in it. */
export function readPostmasterPid(clusterDir: string): number | null {
  const path = join(clusterDir, "postmaster.pid");
  if (!existsSync(path)) return null;
  const pid = Number.parseInt(readFileSync(path, "utf8").split("\n", 1)[0] ?? "", 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Does a process with this id exist, whoever owns it? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Is this process the server of that cluster, and not another program that was given the same id after a reboot?
 * Only Linux can tell; elsewhere the pid file is believed.
 */
export function servesCluster(pid: number, clusterDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync("/proc/self/cwd")) return true;
  try {
    // A postmaster works in its data folder. Source: PostgreSQL, ChangeToDataDir.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
  } catch {
    return false;
  }
}

/**
 * Stops a server: fast (open transactions end, everything is written), then immediate (the next start recovers from
 * the log), then by force. Resolves once the process is gone; may be repeated.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  // What each signal means to a postmaster: PostgreSQL docs, "Shutting Down the Server".
  if (await signalAndWait(pid, "SIGINT", FAST_STOP_MS)) return;
  if (await signalAndWait(pid, "SIGQUIT", IMMEDIATE_STOP_MS)) return;
  await signalAndWait(pid, "SIGKILL", IMMEDIATE_STOP_MS);
}

async function signalAndWait(pid: number, signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch {
    return !isAlive(pid);
  }
  for (const endAt = Date.now() + withinMs; Date.now() < endAt;) {
    if (!isAlive(pid)) return true;
    await pause(20);
  }
  return !isAlive(pid);
}

/**
 * Makes way for a server in this cluster: stops one that outlived the app, and removes a pid file whose id now belongs
 * to a stranger. A pid file of a dead process is left to PostgreSQL, which checks more before it removes one.
 * @returns what was found, for the log.
 */
export async function clearCluster(clusterDir: string): Promise<"nothing" | "stopped" | "stale"> {
  const pid = readPostmasterPid(clusterDir);
  if (pid === null || !isAlive(pid)) return "nothing";
  if (!servesCluster(pid, clusterDir)) {
    rmSync(join(clusterDir, "postmaster.pid"), { force: true });
    return "stale";
  }
  await stopPostmaster(pid);
  return "stopped";
}
