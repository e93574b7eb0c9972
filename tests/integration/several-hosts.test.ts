import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkServer } from "#lib/platform/db/check-server.ts";
import { newConnection, newPool } from "#lib/platform/db/connection.ts";
import { findAccount } from "#scripts/postgres/embedded-place.ts";
import { addressOf, startPostgres, type PostgresServer } from "#scripts/postgres/postgres-server.ts";
import { findSystemPostgres } from "#tests/support/system-postgres.ts";

const PASSWORD = "of the tests";
const binDir = findSystemPostgres()?.binDir ?? "";
const account = process.getuid?.() === 0 ? findAccount() : undefined;
const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-hosts-"));
const servers: PostgresServer[] = [];

function start(name: string): Promise<PostgresServer> {
  return startPostgres({
    binDir,
    account,
    password: PASSWORD,
    clusterDir: join(folder, name, "cluster"),
    logFile: join(folder, `${name}.log`),
    settings: { fsync: "off", shared_buffers: "16MB" },
  });
}

/** A primary, and a standby that follows it. */
beforeAll(async () => {
  chmodSync(folder, 0o755);
  for (const name of ["first", "second"]) {
    mkdirSync(join(folder, name));
    if (account) chownSync(join(folder, name), account.uid, account.gid);
  }
  const first = await start("first");
  servers.push(first);
  const url = addressOf({ port: first.port, password: PASSWORD, database: "postgres" });
  execFileSync(
    join(binDir, "pg_basebackup"),
    ["-d", url, "-D", join(folder, "second", "cluster"), "-R", "-X", "stream", "-c", "fast"],
    { cwd: "/", ...account },
  );
  servers.push(await start("second"));
}, 60_000);
afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** One address of both, the standby first. */
function address(settings = ""): string {
  const [first = 0, second = 0] = servers.map(({ port }) => port);
  const one = addressOf({ port: second, password: PASSWORD, database: "postgres" });
  return one.replace(`:${second}/`, `:${second},127.0.0.1:${first}/`) + settings;
}

async function portOf(databaseUrl: string): Promise<number> {
  const client = newConnection({ databaseUrl, name: "tests" });
  await client.connect();
  const { rows } = await client.query<{ port: number }>("SELECT current_setting('port')::int AS port");
  await client.end();
  return rows[0]?.port ?? 0;
}

test("of several hosts the one that takes changes is used, before a fail-over and after it", async () => {
  const [first, second] = servers;
  expect(await portOf(address())).toBe(first?.port);
  expect(await portOf(address("?target_session_attrs=primary"))).toBe(first?.port);
  expect(await portOf(address("?target_session_attrs=any"))).toBe(second?.port);
  const demands = { eventRetentionDays: 30, partitions: 39, acceptsNewerDatabase: false };
  await checkServer(address(), demands);
  await expect(checkServer(address("?target_session_attrs=any"), demands)).rejects.toThrow(/ is a standby/);

  const pool = newPool({ databaseUrl: address(), name: "tests", max: 2 });
  await pool.query("CREATE TABLE kept (note text)");
  await pool.query("INSERT INTO kept VALUES ('before')");
  const standby = newConnection({ databaseUrl: second?.urlOf("postgres") ?? "", name: "tests" });
  await standby.connect();
  const copied = async () =>
    (await standby.query<{ has: boolean }>("SELECT to_regclass('kept') IS NOT NULL AS has")).rows[0]?.has ===
      true && (await standby.query("SELECT FROM kept")).rowCount === 1;
  await expect.poll(copied, { timeout: 10_000 }).toBe(true);

  if (first) process.kill(first.pid, "SIGQUIT");
  await first?.ended;
  const write = () =>
    pool.query("INSERT INTO kept VALUES ('after')").then(
      () => "written",
      (error: unknown) => String(error),
    );
  // A connection that died with the primary fails first; then there is nobody who takes changes.
  await expect.poll(write).toMatch(/ECONNREFUSED .*; .* is a standby$/);
  await standby.query("SELECT pg_promote()");
  await expect.poll(write, { timeout: 10_000 }).toBe("written");
  expect((await pool.query("SELECT note FROM kept ORDER BY note DESC")).rows).toEqual([
    { note: "before" },
    { note: "after" },
  ]);
  expect(await portOf(address("?target_session_attrs=primary"))).toBe(second?.port);
  await Promise.all([pool.end(), standby.end()]);
}, 60_000);
