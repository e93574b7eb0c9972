import { spawn } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findAccount } from "#scripts/postgres/embedded-place.ts";
import { newConnection } from "#lib/platform/db/connection.ts";
import { PROJECT_DIR } from "#scripts/child.ts";
import { isPortFree } from "#scripts/ports.ts";
import { findProgram } from "#scripts/programs.ts";

const DOCUMENTED = join(PROJECT_DIR, "docs/configurations/pgbouncer.ini");
const READY_WITHIN_MS = 10_000;

/** A PgBouncer before one database. */
export interface Bouncer {
  /** The address of the database, through it. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts PgBouncer with the configuration of the docs.
 * @param databaseUrl The database behind it.
 * @param changes Settings that differ from the documented ones.
 */
export async function startBouncer(
  databaseUrl: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<Bouncer> {
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-bouncer-"));
  const behind = new URL(databaseUrl);
  const port = await freePort();
  const users = join(folder, "userlist.txt");
  writeFileSync(users, `"${behind.username}" "${decodeURIComponent(behind.password)}"\n`);
  const settings: Record<string, string> = {
    keeper: `host=${behind.hostname} port=${behind.port} dbname=${behind.pathname.slice(1)}`,
    listen_port: String(port),
    auth_file: users,
    ...changes,
  };
  let text = readFileSync(DOCUMENTED, "utf8");
  for (const [name, value] of Object.entries(settings)) {
    const line = new RegExp(`^${name} = .*$`, "m");
    text = line.test(text) ? text.replace(line, `${name} = ${value}`) : `${text}${name} = ${value}\n`;
  }
  const file = join(folder, "pgbouncer.ini");
  writeFileSync(file, text);
  const account = process.getuid?.() === 0 ? findAccount() : undefined;
  if (account) for (const path of [folder, users, file]) chownSync(path, account.uid, account.gid);
  const child = spawn(findProgram("pgbouncer") ?? "pgbouncer", [file], {
    cwd: "/",
    stdio: "ignore",
    ...account,
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  behind.port = String(port);
  behind.hostname = "127.0.0.1";
  behind.pathname = "/keeper";
  await whenReady(behind.href);
  return {
    url: behind.href,
    stop: async () => {
      // At once, whoever is connected. Source: pgbouncer(1).
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  for (let port = 12_000 + Math.floor(Math.random() * 4_000); ; port++)
    if (await isPortFree(port)) return port;
}

async function whenReady(url: string): Promise<void> {
  const endAt = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const client = newConnection({ databaseUrl: url, name: "tests", connectMs: 1_000 });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (performance.now() > endAt) throw error;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
