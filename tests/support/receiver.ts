import type { Agent } from "node:http";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { openLab, type Lab, type LabProcess } from "#tests/lab/lab.ts";
import { keptConnections } from "#tests/lab/post.ts";

/** A receiver in a process of its own, on a PostgreSQL of its own. */
export interface RunningReceiver {
  readonly lab: Lab;
  readonly app: LabProcess;
  /** Connections to the database that the receiver knows nothing of. */
  readonly admin: pg.Pool;
  /** Connections to the receiver. */
  readonly agent: Agent;
}

/**
 * Starts a receiver for the test file that calls it. Call it once.
 * @param connections Deliveries that may be under way at once.
 * @param settings Of the receiver, besides.
 */
export function useReceiver(connections: number, settings: Record<string, string> = {}): RunningReceiver {
  let lab: Lab;
  let app: LabProcess;
  let admin: pg.Pool;
  const agent = keptConnections(connections);

  beforeAll(async () => {
    lab = await openLab();
    app = await lab.start("tests/lab/receiver-server.ts", settings);
    admin = new pg.Pool({ connectionString: lab.databaseUrl, max: 2 });
    // Some tests take the database away.
    admin.on("error", () => undefined);
  }, 60_000);
  afterAll(async () => {
    agent.destroy();
    await admin.end();
    await lab.close();
  }, 60_000);

  return {
    get lab() {
      return lab;
    },
    get app() {
      return app;
    },
    get admin() {
      return admin;
    },
    agent,
  };
}
