import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SETTING_NAMES } from "#lib/config/config.ts";
import { migrate } from "#lib/platform/db/migrate.ts";
import { StoreHash } from "#lib/ids.ts";
import { startChild, whenReady, type Child } from "#scripts/child.ts";
import type { DatabaseOrder } from "#scripts/database.ts";
import { isPortFree } from "#scripts/ports.ts";
import type { Sender } from "./deliveries.ts";

/** First port that is tried, of 5,000: below those that Linux gives to outgoing connections. */
const PORTS_FROM = 17_000;

/** A PostgreSQL with a store in it, and servers on it, for as long as a measurement lasts. */
export interface Lab {
  /** Where it keeps what it has to keep; gone when it is closed. */
  dataDir: string;
  databaseUrl: string;
  /** The store that deliveries are made out to. */
  sender: Sender;
  /** Makes a further store. */
  addStore(hash: string, accessToken?: string): Promise<Sender>;
  /** Process id of the PostgreSQL server itself. */
  databasePid(): number;
  /** Starts PostgreSQL again after it was killed; the data stay, and the address of the embedded one. */
  restartDatabase(): Promise<void>;
  /**
   * Starts a process of ours and waits for its word that it is ready.
   * @param onOutput Gets what it writes.
   */
  start(
    script: string,
    settings?: Record<string, string>,
    onOutput?: (text: string) => void,
  ): Promise<LabProcess>;
  /** Stops all of it and removes what it kept. */
  close(): Promise<void>;
}

export interface LabProcess {
  /** Where it listens, when it does. */
  origin: string;
  pid: number;
  ended: Promise<string>;
}

/**
 * Starts a lab. This process's own settings are replaced by the lab's, so that it may use the product's modules.
 * @param more Settings besides.
 * @param server Programs and settings of another PostgreSQL than the embedded one.
 * @param parentDir Where its own folder is made.
 */
export async function openLab(
  more: Readonly<Record<string, string>> = {},
  server: Pick<DatabaseOrder, "binDir" | "settings"> = {},
  parentDir = tmpdir(),
): Promise<Lab> {
  const dataDir = mkdtempSync(join(parentDir, "webhook-keeper-lab-"));
  // PostgreSQL never runs as root, and the account that it runs as has to come in here.
  chmodSync(dataDir, 0o755);
  for (const name of SETTING_NAMES) delete process.env[name];
  Object.assign(process.env, { DATA_DIR: dataDir, LOG_LEVEL: "silent", NODE_ENV: "production", ...more });

  const children: Child[] = [];
  const order: DatabaseOrder = { ...server, dataDir };
  let database = await startDatabase(order, children);
  process.env.DATABASE_URL = database.url;
  await migrate(database.url);
  const { keepPartitions } = await import("#lib/features/events/partitions.ts");
  await keepPartitions(new Date(), 30);

  return {
    dataDir,
    databaseUrl: database.url,
    sender: await addStore("lab1"),
    addStore,
    databasePid: () => database.pid,
    restartDatabase: async () => {
      database = await startDatabase(order, children);
    },
    start: (script, settings = {}, onOutput) => start(script, settings, children, onOutput),
    close: async () => {
      const { closeDatabase } = await import("#lib/platform/db/client.ts");
      await closeDatabase();
      for (const child of children.toReversed()) await child.stop();
      for (const folder of new Set([database.home, dataDir]))
        rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a PostgreSQL in a process that ends with this one. */
export async function startDatabase(
  order: DatabaseOrder,
  children: Child[],
): Promise<{ url: string; pid: number; home: string }> {
  const starting = startChild({
    name: "the database",
    script: "scripts/database.ts",
    args: [JSON.stringify(order)],
    env: process.env,
    stopWithinMs: 30_000,
    onStarted: () => undefined,
  });
  children.push(starting.child);
  const { url = "", pid = 0, dataDir: home = order.dataDir } = await whenReady(starting);
  return { url, pid, home };
}

/** Makes a store in the database that the settings name. */
export async function addStore(hash: string, accessToken = "a token of the lab"): Promise<Sender> {
  const { config } = await import("#lib/config/config.ts");
  const { inTransaction } = await import("#lib/platform/db/transaction.ts");
  const { saveInstalledStore, storeCredentials } = await import("#lib/features/stores/records.ts");
  const store = { hash: StoreHash.parse(hash), accessToken, scopes: [] };
  await inTransaction((tx) =>
    saveInstalledStore(tx, { ...store, accountUuid: null, ownerUserId: null }, new Date()),
  );
  const webhookSecret = (await storeCredentials(store.hash))?.webhookSecret ?? "";
  return { storeHash: hash, clientSecret: config().bigcommerce.clientSecret, webhookSecret };
}

/** Starts a process of ours with these settings besides, and waits for its word that it is ready. */
export async function start(
  script: string,
  settings: Record<string, string>,
  children: Child[],
  onOutput?: (text: string) => void,
): Promise<LabProcess> {
  const port = settings.PORT ?? String(await freePort());
  const starting = startChild({
    name: script,
    script,
    env: {
      ...process.env,
      APP_URL: `http://localhost:${port}`,
      ...settings,
      PORT: port,
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stopWithinMs: 9_000,
    onOutput: (text) => {
      onOutput?.(text);
      if (process.env.LAB_OUTPUT) process.stderr.write(text);
    },
    onStarted: () => undefined,
  });
  const { child } = starting;
  children.push(child);
  await whenReady(starting);
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid, ended: child.ended };
}

let nextPort = PORTS_FROM + (process.pid % 500) * 10;

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  while (!(await isPortFree(nextPort))) nextPort++;
  return nextPort++;
}

/** Resident memory of a process in bytes; 0 once it has ended. Linux only. */
export function residentBytes(pid: number): number {
  return memoryOf(pid, "VmRSS");
}

/** The part of it that no file stands behind, and what of that is swapped out, in bytes; 0 once it has ended. Linux only. */
export function privateBytes(pid: number): number {
  return memoryOf(pid, "RssAnon") + memoryOf(pid, "VmSwap");
}

function memoryOf(pid: number, kind: "VmRSS" | "RssAnon" | "VmSwap"): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const [, kilobytes = "0"] = new RegExp(`${kind}:\\s+(\\d+) kB`).exec(status) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
