import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "#scripts/postgres/postmaster.ts";
import type { Lab, LabProcess } from "#tests/lab/lab.ts";

/** What is killed, and how. `immediate` is PostgreSQL's own word for a stop without a checkpoint. */
export const KILLS = ["app", "worker", "database", "database immediate", "everything"] as const;
export type Kill = (typeof KILLS)[number];

/** The product's processes, each killed and started again at will; addresses stay the same. */
export interface Victims {
  /** Address of the app. */
  origin: string;
  kill(what: Kill): Promise<void>;
  /** Starts whatever does not run. */
  revive(): Promise<void>;
}

/** Starts the app, from `appScript`, and a worker beside it on a lab's database. */
export async function startVictims(lab: Lab, appScript: string): Promise<Victims> {
  const settings = { WORKER: "external" };
  let app: LabProcess = await lab.start(appScript, settings);
  let worker: LabProcess | undefined = await lab.start("scripts/worker.ts", settings);
  const { origin } = app;
  const { port: PORT } = new URL(origin);
  let runs = { app: true, worker: true, database: true };

  const end = async (pid: number, signal: NodeJS.Signals) => {
    process.kill(pid, signal);
    while (isAlive(pid)) await pause(5);
  };
  const killApp = async () => {
    process.kill(app.pid, "SIGKILL");
    await app.ended;
    runs.app = false;
  };
  const killWorker = async () => {
    if (worker) process.kill(worker.pid, "SIGKILL");
    await worker?.ended;
    runs.worker = false;
  };
  const killDatabase = async (signal: NodeJS.Signals) => {
    await end(lab.databasePid(), signal);
    runs.database = false;
  };
  const ways: Record<Kill, () => Promise<unknown>> = {
    app: killApp,
    worker: killWorker,
    database: () => killDatabase("SIGKILL"),
    // Source: PostgreSQL manual, Shutting Down the Server: SIGQUIT.
    "database immediate": () => killDatabase("SIGQUIT"),
    everything: () => Promise.all([killApp(), killWorker(), killDatabase("SIGKILL")]),
  };
  return {
    origin,
    kill: async (what) => void (await ways[what]()),
    revive: async () => {
      if (!runs.database) await lab.restartDatabase();
      if (!runs.app) app = await lab.start(appScript, { ...settings, PORT });
      // A worker that lost its database for long ends by itself, and whoever runs it starts it again.
      if (!runs.worker || !isAlive(worker?.pid ?? 0)) worker = await lab.start("scripts/worker.ts", settings);
      runs = { app: true, worker: true, database: true };
    },
  };
}
