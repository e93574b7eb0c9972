import { fork } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { newConnection } from "#lib/platform/db/connection.ts";
import { migrate } from "#lib/platform/db/migrate.ts";
import type { DatabaseOrder, DatabaseReport } from "#scripts/database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server's maintenance database; test files make their own beside it. */
    serverUrl: string;
    /** A migrated database, to be copied. */
    templateName: string;
  }
}

/** Speed before safety: what a crash would lose here, nobody misses. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** A server that is not the embedded one. */
export type ServerOrder = Pick<DatabaseOrder, "binDir" | "initdb" | "settings">;

/**
 * Starts a server for one project's tests, with a migrated template database. It ends with this process.
 * @param server The server to use instead of the embedded PostgreSQL.
 * @returns what stops it and removes its data.
 */
export async function serveDatabases(
  project: TestProject,
  server: ServerOrder = {},
): Promise<() => Promise<void>> {
  const { url, stop } = await startServer(server);
  const templateName = `template_${process.pid}_${project.name.replaceAll("-", "_")}`;
  const admin = newConnection({ databaseUrl: url, name: "tests" });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${templateName}`);
  const template = new URL(url);
  template.pathname = `/${templateName}`;
  await migrate(template.href);
  project.provide("serverUrl", url);
  project.provide("templateName", templateName);
  return async () => {
    await admin.query(`DROP DATABASE ${templateName} WITH (FORCE)`);
    await admin.end();
    await stop();
  };
}

/** Starts a PostgreSQL for tests; it ends with this process. */
export async function startServer(server: ServerOrder): Promise<{ url: string; stop: () => Promise<void> }> {
  const named = process.env.TEST_DATABASE_URL;
  if (named && !server.binDir) return { url: named, stop: () => Promise.resolve() };
  const dataDir = mkdtempSync(join(tmpdir(), "webhook-keeper-tests-"));
  // The server may run as another user, who has to get through to its own folder inside.
  chmodSync(dataDir, 0o711);
  const order: DatabaseOrder = { ...server, dataDir, settings: { ...SETTINGS, ...server.settings } };
  const owner = fork(resolve(import.meta.dirname, "../../scripts/database.ts"), [JSON.stringify(order)]);
  const ended = new Promise<void>((done) => owner.once("exit", () => done()));
  const report = await new Promise<DatabaseReport>((done) => {
    owner.once("message", (message) => done(message as DatabaseReport)); // sent by our own script
    owner.once("exit", () => done({ type: "failed", message: "the database process ended" }));
  });
  if (report.type === "failed") throw new Error(report.message);
  return {
    url: report.url,
    stop: async () => {
      owner.disconnect();
      await ended;
      // The data itself may lie elsewhere, where root's server can reach it.
      for (const folder of [report.dataDir, dataDir]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
