import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Child } from "#scripts/child.ts";
import { findAccount } from "#scripts/postgres/embedded-place.ts";
import { startDatabase, type Lab } from "#tests/lab/lab.ts";

/** A PostgreSQL that follows a lab's, and without which the lab's acknowledges nothing. */
export interface Standby {
  /** Its own address. */
  url: string;
  /** One address of both, by which the one that takes changes is found. */
  eitherUrl: string;
  promote(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Copies a lab's PostgreSQL and has the copy follow, as docs/postgresql.md says for whom no acknowledged event may be lost
 * with a machine.
 * @param binDir The programs that the lab's PostgreSQL was started from.
 */
export async function startStandby(lab: Lab, binDir: string): Promise<Standby> {
  const account = process.getuid?.() === 0 ? findAccount() : undefined;
  const dataDir = join(lab.dataDir, "standby");
  mkdirSync(dataDir);
  if (account) chownSync(dataDir, account.uid, account.gid);
  execFileSync(
    join(binDir, "pg_basebackup"),
    ["-d", lab.databaseUrl, "-D", join(dataDir, "cluster"), "-R", "-X", "stream", "-c", "fast"],
    { cwd: "/", ...account },
  );
  const children: Child[] = [];
  const { url } = await startDatabase({ dataDir, binDir, settings: { max_connections: "200" } }, children);
  // Not before it was copied, or the copy would wait for one of its own after the fail-over.
  await tell(lab.databaseUrl, "ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()");
  const { port } = new URL(url);
  const either = new URL(lab.databaseUrl);
  either.searchParams.set("target_session_attrs", "read-write");
  return {
    url,
    eitherUrl: either.href.replace(`:${either.port}/`, `:${either.port},127.0.0.1:${port}/`),
    promote: () => tell(url, "SELECT pg_promote()"),
    stop: async () => {
      for (const child of children) await child.stop();
    },
  };
}

async function tell(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
