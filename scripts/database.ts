// Owns a PostgreSQL for the process that forked it, and stops it when that process ends, however it ends.
import { mkdirSync, chownSync } from "node:fs";
import { join } from "node:path";
import { findAccount } from "#scripts/postgres/embedded-place.ts";
import { startEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import { DATABASE_USER, startPostgres } from "#scripts/postgres/postgres-server.ts";

/** What the parent asks for, as JSON in the first argument. */
export interface DatabaseOrder {
  /** Where data, password, port and log lie. */
  dataDir: string;
  settings?: Record<string, string>;
  /** What its `initdb` hears of encoding and collation. */
  initdb?: string[];
  /** Programs to use instead of the embedded ones; for tests against the machine's own PostgreSQL. */
  binDir?: string;
}

/** What the parent hears: once, when the server answers or cannot be started. */
export type DatabaseReport =
  { type: "ready"; url: string; dataDir: string; pid: number } | { type: "failed"; message: string };

async function start(
  order: DatabaseOrder,
): Promise<{ url: string; dataDir: string; pid: number; ended: Promise<void>; stop(): Promise<void> }> {
  const { dataDir, settings = {}, binDir, initdb } = order;
  if (!binDir) return startEmbeddedDatabase({ dataDir, settings });
  const account = process.getuid?.() === 0 ? findAccount() : undefined;
  mkdirSync(dataDir, { recursive: true });
  if (account) chownSync(dataDir, account.uid, account.gid);
  const server = await startPostgres({
    binDir,
    clusterDir: join(dataDir, "cluster"),
    account,
    password: DATABASE_USER,
    logFile: join(dataDir, "database.log"),
    settings,
    initdb,
  });
  return { url: server.urlOf("postgres"), dataDir, pid: server.pid, ended: server.ended, stop: server.stop };
}

const order = JSON.parse(process.argv[2] ?? "{}") as DatabaseOrder; // written by our own parent process
const starting = start(order);
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const database = await starting.catch(() => undefined);
  await database?.stop();
  process.exit(0);
}

// The terminal's Ctrl-C may reach this process as well; only the parent decides when the app no longer needs it.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => void stop());

const report = (message: DatabaseReport) => process.send?.(message);
try {
  const { url, dataDir, pid, ended } = await starting;
  report({ type: "ready", url, dataDir, pid });
  await ended;
  if (!isStopping) process.exit(1);
} catch (error) {
  report({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect?.();
}
