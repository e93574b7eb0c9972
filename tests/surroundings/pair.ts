import { readLog, type LogRow } from "#tests/crash/read-log.ts";
import type { Sender } from "#tests/lab/deliveries.ts";
import { freePort, openLab, type Lab } from "#tests/lab/lab.ts";
import { startMembers, type Version } from "#tests/lab/members.ts";
import { startFront, type Front, type FrontName } from "./front.ts";
import { startLoad, type SteadyLoad } from "./steady-load.ts";

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
  readLog(): Promise<LogRow[]>;
  close(): Promise<void>;
}

/** Starts both processes; their builds have to be there. */
export async function startPair(version: Version = OWN): Promise<Pair> {
  const lab = await openLab();
  const appPorts = [await freePort(), await freePort()] as const;
  const at = (index: 0 | 1, { script, settings }: Version): Version => ({
    script,
    settings: { WORKER: "external", TRUSTED_PROXY_HOPS: "1", PORT: String(appPorts[index]), ...settings },
  });
  const members = await startMembers(lab, [at(0, version), at(1, version)]);
  return {
    lab,
    appPorts,
    startFront: async (name) => startFront(name, { front: await freePort(), apps: appPorts }),
    restart: (index, signal, next = version) => members.restart(index, signal, at(index, next)),
    startLoad: ({ origin }, perSecond, sender = lab.sender) =>
      startLoad(`${origin}/api/webhooks/${sender.storeHash}`, sender, perSecond),
    readLog: () => readLog(lab.databaseUrl),
    close: () => lab.close(),
  };
}
