import pg from "pg";
import type { Sender } from "#tests/lab/deliveries.ts";
import { freePort, openLab, type Lab, type LabProcess } from "#tests/lab/lab.ts";
import { startFront, type Front, type FrontName } from "./front.ts";
import { startLoad, type SteadyLoad } from "./steady-load.ts";

/** What a process of the pair is: a server's script, and settings besides. */
export interface Version {
  script: string;
  settings: Readonly<Record<string, string>>;
}

const OWN: Version = { script: "server.ts", settings: {} };

/** Two processes of the product on one database, as production runs them, and proxies before them. */
export interface Pair {
  lab: Lab;
  /** Where the two listen. */
  appPorts: readonly [number, number];
  startFront(name: FrontName): Promise<Front>;
  /**
   * Ends a process and starts it again, as its supervisor would; resolves with how it ended, when the new one answers.
   * @param version Another server, or other settings, than the pair began with.
   */
  restart(index: 0 | 1, signal: "SIGKILL" | "SIGTERM", version?: Version): Promise<string>;
  /** Deliveries through a front, to the lab's store unless another one is given. */
  startLoad(front: Front, perSecond: number, sender?: Sender): SteadyLoad;
  /** Every event that is kept. */
  readLog(): Promise<{ hash: string; arrivals: number }[]>;
  close(): Promise<void>;
}

/** Starts both processes; their builds have to be there. */
export async function startPair(version: Version = OWN): Promise<Pair> {
  const lab = await openLab();
  const appPorts = [await freePort(), await freePort()] as const;
  const start = (index: 0 | 1, { script, settings }: Version) =>
    lab.start(script, {
      WORKER: "external",
      TRUSTED_PROXY_HOPS: "1",
      PORT: String(appPorts[index]),
      ...settings,
    });
  const processes: [LabProcess, LabProcess] = [await start(0, version), await start(1, version)];
  const admin = new pg.Pool({ connectionString: lab.databaseUrl, max: 1 });
  return {
    lab,
    appPorts,
    startFront: async (name) => startFront(name, { front: await freePort(), apps: appPorts }),
    restart: async (index, signal, next = version) => {
      process.kill(processes[index].pid, signal);
      const how = await processes[index].ended;
      processes[index] = await start(index, next);
      return how;
    },
    startLoad: ({ origin }, perSecond, sender = lab.sender) =>
      startLoad(`${origin}/api/webhooks/${sender.storeHash}`, sender, perSecond),
    readLog: async () => {
      const { rows } = await admin.query<{ hash: string; arrivals: number }>(
        "SELECT hash, arrivals FROM events",
      );
      return rows;
    },
    close: async () => {
      await admin.end();
      await lab.close();
    },
  };
}
