import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SETTING_NAMES } from "#lib/config.ts";
import { migrate } from "#lib/db/migrate.ts";
import { StoreHash } from "#lib/ids.ts";
import { startChild, whenReady, type Child } from "#scripts/child.ts";
import type { DatabaseOrder } from "#scripts/database.ts";
import { isPortFree } from "#scripts/ports.ts";
import type { Sender } from "./deliveries.ts";

/** First port that is tried. */
const PORTS_FROM = 44_100;

/** A PostgreSQL with a store in it, and servers on it, for as long as a measurement lasts. */
export interface Lab {
  databaseUrl: string;
  /** The store that deliveries are made out to. */
  sender: Sender;
  /** Makes a further store. */
  addStore(hash: string): Promise<Sender>;
  /** Starts a server of ours; its address is on the machine itself. */
  startServer(script: string, settings?: Record<string, string>): Promise<LabServer>;
  /** Stops all of it and removes what it kept. */
  close(): Promise<void>;
}

export interface LabServer {
  origin: string;
  pid: number;
  stop(): Promise<void>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
}

/**
 * Starts a lab. This process's own settings are replaced by the lab's, so that it may use the product's modules.
 * @param settings PostgreSQL's, beyond its defaults; durability stays on.
 */
export async function openLab(settings: Record<string, string> = {}): Promise<Lab> {
  const dataDir = mkdtempSync(join(tmpdir(), "webhook-keeper-bench-"));
  // PostgreSQL never runs as root, and the account that it runs as has to come in here.
  chmodSync(dataDir, 0o755);
  for (const name of SETTING_NAMES) delete process.env[name];
  Object.assign(process.env, { DATA_DIR: dataDir, LOG_LEVEL: "error", NODE_ENV: "production" });

  const children: Child[] = [];
  const databaseOrder: DatabaseOrder = { dataDir, settings };
  const starting = startChild({
    name: "the database",
    script: "scripts/database.ts",
    args: [JSON.stringify(databaseOrder)],
    env: process.env,
    stopWithinMs: 30_000,
    onStarted: () => undefined,
  });
  children.push(starting.child);
  const { url = "", dataDir: home = dataDir } = await whenReady(starting);
  process.env.DATABASE_URL = url;
  await migrate(url);

  const addStore = async (hash: string): Promise<Sender> => {
    const { config } = await import("#lib/config.ts");
    const { inTransaction, saveInstalledStore, storeCredentials } = await import("#lib/stores/records.ts");
    const store = StoreHash.parse(hash);
    const accessToken = "a token of the benchmark";
    await inTransaction((tx) =>
      saveInstalledStore(
        tx,
        { hash: store, accessToken, scopes: [], accountUuid: null, ownerUserId: null },
        new Date(),
      ),
    );
    const webhookSecret = (await storeCredentials(store))?.webhookSecret ?? "";
    return { storeHash: hash, clientSecret: config().bigcommerce.clientSecret, webhookSecret };
  };
  const { keepPartitions } = await import("#lib/events/partitions.ts");
  await keepPartitions(new Date(), 30);

  return {
    databaseUrl: url,
    sender: await addStore("bench1"),
    addStore,
    startServer: (script, serverSettings) => startServer(script, serverSettings, children),
    close: async () => {
      const { closeDatabase } = await import("#lib/db/client.ts");
      await closeDatabase();
      for (const child of children.toReversed()) await child.stop();
      for (const folder of new Set([home, dataDir])) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(
  script: string,
  settings: Record<string, string> = {},
  children: Child[],
): Promise<LabServer> {
  const port = await freePort();
  const starting = startChild({
    name: script,
    script,
    env: {
      ...process.env,
      ...settings,
      PORT: String(port),
      APP_URL: `http://localhost:${port}`,
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stopWithinMs: 9_000,
    onStarted: () => undefined,
  });
  const { child } = starting;
  children.push(child);
  await whenReady(starting);
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop: child.stop,
    kill: async () => {
      process.kill(child.pid, "SIGKILL");
      await child.ended;
    },
  };
}

let nextPort = PORTS_FROM + (process.pid % 500) * 10;

async function freePort(): Promise<number> {
  while (!(await isPortFree(nextPort))) nextPort++;
  return nextPort++;
}

/** Resident memory of a process in bytes; 0 once it has ended. Linux only. */
export function residentBytes(pid: number): number {
  try {
    const [, kilobytes = "0"] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
