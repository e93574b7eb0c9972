import { join } from "node:path";
import { readLog, type LogRow } from "#tests/crash/read-log.ts";
import type { Sender } from "#tests/lab/deliveries.ts";
import { freePort, residentBytes, type Lab } from "#tests/lab/lab.ts";
import { startMembers, type Members, type Version } from "#tests/lab/members.ts";
import { startFront, type Front } from "#tests/surroundings/front.ts";
import { startLoad, type SteadyLoad } from "#tests/surroundings/steady-load.ts";

/** As many machines as the design tells of, all of them on this one. */
export const RECEIVERS = 4;
export const WORKERS = 4;

const MINUTE_MS = 60_000;

/** The product as a company runs it: receivers behind HAProxy with the file that is shipped for it, and workers. */
export interface Fleet {
  front: Front;
  /** The receivers, and then the workers. */
  members: Members;
  /** Where each receiver listens. */
  ports: readonly number[];
  /** A store that BigCommerce knows. */
  sender: Sender;
  /** What a process holds of the machine's memory now, in megabytes. */
  processMb(): number;
  /** First attempts through the balancer, each at its own instant; to `sender` unless another store is given. */
  startLoad(perSecond: number, sender?: Sender): SteadyLoad;
  /** What happened since shortly before it was opened. */
  readLog(): Promise<LogRow[]>;
  /** Stops the balancer. The lab stops the rest. */
  close(): Promise<void>;
}

/** What differs from a fleet on the lab's own database and an empty BigCommerce. */
export interface FleetOrder {
  /** Settings of all processes. */
  settings?: Readonly<Record<string, string>>;
  /** The one host on which the log is read. */
  logUrl?: () => string;
  /** How many stores BigCommerce knows. */
  stores?: number;
  /** Whether they have their webhooks there. */
  hasHooks?: boolean;
  /** Hears of each process that has started, and how long that took. */
  onStarted?(kind: "receiver" | "worker", tookMs: number): void;
}

/** Starts a fleet on a lab; the pages have to be built. */
export async function openFleet(lab: Lab, order: FleetOrder = {}): Promise<Fleet> {
  const { settings = {}, logUrl = () => lab.databaseUrl, stores = 1 } = order;
  const [frontPort, simulatorPort] = [await freePort(), await freePort()];
  const bigcommerce = `http://127.0.0.1:${simulatorPort}`;
  const origin = `http://localhost:${frontPort}`;
  // Not before the lab is open.
  const { config } = await import("#lib/config/config.ts");
  const { clientId, clientSecret } = config().bigcommerce;
  await lab.start("tests/bench/servers/simulator.ts", {
    PORT: String(simulatorPort),
    STORES: String(stores),
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
    APP_ORIGIN: origin,
    ...(order.hasHooks && { HOOKS: "yes" }),
  });
  const shared = {
    WORKER: "external",
    TRUSTED_PROXY_HOPS: "1",
    // One address for all of them, as behind one name.
    APP_URL: origin,
    BIGCOMMERCE_API_URL: bigcommerce,
    BIGCOMMERCE_LOGIN_URL: bigcommerce,
    // As `npm start` sets it; the receivers of a machine share it.
    SPOOL_DIR: join(lab.dataDir, "spool"),
    ...settings,
  };
  const ports: number[] = [];
  while (ports.length < RECEIVERS) ports.push(await freePort());
  const versions: Version[] = [
    ...ports.map((port) => ({ script: "server.ts", settings: { ...shared, PORT: String(port) } })),
    ...Array.from({ length: WORKERS }, () => ({ script: "scripts/worker.ts", settings: shared })),
  ];
  const timed: Pick<Lab, "start"> = {
    start: async (...given) => {
      const beganMs = performance.now();
      const started = await lab.start(...given);
      order.onStarted?.(given[0] === "server.ts" ? "receiver" : "worker", performance.now() - beganMs);
      return started;
    },
  };
  const members = await startMembers(timed, versions);
  const front = await startFront("haproxy", { front: frontPort, apps: ports });
  const since = new Date(Date.now() - MINUTE_MS);
  const sender = await lab.addStore("bench0", "token of bench0");
  return {
    front,
    members,
    ports,
    sender,
    processMb: () =>
      members.pids().reduce((sum, pid) => sum + residentBytes(pid), 0) / versions.length / 1024 ** 2,
    startLoad: (perSecond, to = sender) =>
      startLoad(`${front.origin}/api/webhooks/${to.storeHash}`, to, perSecond),
    readLog: () => readLog(logUrl(), since),
    close: () => front.stop(),
  };
}
