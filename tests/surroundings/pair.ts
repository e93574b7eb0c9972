import pg from "pg";
import { freePort, openLab, type Lab, type LabProcess } from "#tests/lab/lab.ts";
import { startFront, type Front, type FrontName } from "./front.ts";
import { startLoad, type SteadyLoad } from "./steady-load.ts";

/** Two processes of the product on one database, as production runs them, and proxies before them. */
export interface Pair {
  lab: Lab;
  /** Where the two listen. */
  appPorts: readonly [number, number];
  startFront(name: FrontName): Promise<Front>;
  /** Ends a process and starts it again, as its supervisor would; resolves with how it ended, when the new one answers. */
  restart(index: 0 | 1, signal: "SIGKILL" | "SIGTERM"): Promise<string>;
  /** Deliveries to the lab's store, through a front. */
  startLoad(front: Front, perSecond: number): SteadyLoad;
  /** Every event that is kept. */
  readLog(): Promise<{ hash: string; arrivals: number }[]>;
  close(): Promise<void>;
}

/** Starts both processes of the product's own server; the build has to be there. */
export async function startPair(): Promise<Pair> {
  const lab = await openLab();
  const appPorts = [await freePort(), await freePort()] as const;
  const start = (index: 0 | 1) =>
    lab.start("server.ts", { WORKER: "external", TRUSTED_PROXY_HOPS: "1", PORT: String(appPorts[index]) });
  const processes: [LabProcess, LabProcess] = [await start(0), await start(1)];
  const admin = new pg.Pool({ connectionString: lab.databaseUrl, max: 1 });
  return {
    lab,
    appPorts,
    startFront: async (name) => startFront(name, { front: await freePort(), apps: appPorts }),
    restart: async (index, signal) => {
      process.kill(processes[index].pid, signal);
      const how = await processes[index].ended;
      processes[index] = await start(index);
      return how;
    },
    startLoad: ({ origin }, perSecond) =>
      startLoad(`${origin}/api/webhooks/${lab.sender.storeHash}`, lab.sender, perSecond),
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
