import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "#scripts/postgres/postmaster.ts";
import type { Lab, LabProcess } from "./lab.ts";

const LOOK_MS = 50;

/** What a process of the product is: a server's script, and settings besides. */
export interface Version {
  script: string;
  settings: Readonly<Record<string, string>>;
}

/** Processes of the product on one database, each of which can be ended and started again. */
export interface Members {
  /** The id under which each runs now. */
  pids(): number[];
  /**
   * Ends a process and starts it again, as its supervisor would; resolves with how it ended, when the new one answers.
   * @param next Another server, or other settings, than it began with.
   */
  restart(index: number, signal: "SIGKILL" | "SIGTERM", next?: Version): Promise<string>;
  /** Starts those again that ended by themselves. @returns how many did. */
  revive(): Promise<number>;
}

/** Starts them one after the other; their builds have to be there, and each that listens has its PORT in its settings. */
export async function startMembers(lab: Pick<Lab, "start">, versions: readonly Version[]): Promise<Members> {
  const starting = new Set<number>();
  const processes: LabProcess[] = [];
  const begin = async (index: number, version: Version | undefined): Promise<void> => {
    if (!version) throw new Error(`There is no process ${index}`);
    starting.add(index);
    processes[index] = await lab.start(version.script, version.settings);
    starting.delete(index);
  };
  for (const index of versions.keys()) await begin(index, versions[index]);
  return {
    pids: () => processes.map(({ pid }) => pid),
    restart: async (index, signal, next = versions[index]) => {
      const old = processes[index];
      starting.add(index);
      if (old && isAlive(old.pid)) process.kill(old.pid, signal);
      const how = (await old?.ended) ?? "";
      await begin(index, next);
      return how;
    },
    revive: async () => {
      const ended = [...processes.keys()].filter(
        (index) => !starting.has(index) && !isAlive(processes[index]?.pid ?? 0),
      );
      await Promise.all(ended.map((index) => begin(index, versions[index])));
      return ended.length;
    },
  };
}

/** Waits as docs/upgrading.md says that a person does, before they go on to the next process. */
export async function whenServing(port: number): Promise<void> {
  for (let isReady = false; !isReady; await pause(LOOK_MS))
    isReady = (await fetch(`http://127.0.0.1:${port}/api/health/ready`)).ok;
}
