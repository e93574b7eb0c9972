import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { beside } from "#lib/config/database-address.ts";
import { checkServer, DatabaseUnusable, type ServerDemands } from "#lib/platform/db/check-server.ts";
import { newConnection } from "#lib/platform/db/connection.ts";
import { PROJECT_DIR } from "#scripts/child.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const serverUrl = inject("serverUrl");
const demands: ServerDemands = { eventRetentionDays: 30, partitions: 39, acceptsNewerDatabase: false };
const user = `user_${randomUUID().slice(0, 8)}`;
const latin = `latin_${randomUUID().slice(0, 8)}`;
const admin = newConnection({ databaseUrl: serverUrl, name: "tests" });

beforeAll(async () => {
  await admin.connect();
  await admin.query(`CREATE ROLE ${user} LOGIN PASSWORD 'right'`);
  await admin.query(
    `CREATE DATABASE ${latin} TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`,
  );
});
afterAll(async () => {
  await admin.query(`DROP DATABASE ${latin} WITH (FORCE)`);
  await admin.query(`DROP ROLE ${user}`);
  await admin.end();
});

const url = () => config().databaseUrl ?? "";
const as = (password: string, address = url()) =>
  address.replace(/\/\/.*@/, `//${user}:${encodeURIComponent(password)}@`);

async function alone(sql: string): Promise<void> {
  const client = newConnection({ databaseUrl: url(), name: "tests" });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** What a command of ours says and how it ends. */
function run(script: string, more: Record<string, string>, words: readonly string[] = []) {
  const beganMs = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(PROJECT_DIR, script), ...words], {
    // Not where the project lies: its .env is somebody's own.
    cwd: config().dataDir,
    env: { ...process.env, DATA_DIR: config().dataDir, ...more },
    encoding: "utf8",
  });
  return { status, stderr, tookMs: performance.now() - beganMs };
}

test("a database that is as it should be is accepted, again and again", async () => {
  await checkServer(url(), demands);
  await checkServer(url(), demands);
});

test("one in LATIN1 is refused by every command that would start on it", () => {
  for (const script of ["scripts/migrate.ts", "scripts/worker.ts"]) {
    const { status, stderr, tookMs } = run(script, { DATABASE_URL: beside(serverUrl, latin) });
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(
        /^The database .* is in LATIN1, .* createdb --encoding=UTF8 --template=template0$/,
      ),
    ]);
    expect(tookMs).toBeLessThan(10_000);
  }
});

test("one that a newer version has changed is refused, unless somebody says that it is meant", async () => {
  await alone(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES ('later', '', '29991231000000_later', now(), 1)`);
  const checking = checkServer(url(), demands);
  await expect(checking).rejects.toThrow(DatabaseUnusable);
  await expect(checking).rejects.toThrow(
    /newer version of the app \(29991231000000_later\): .*ACCEPT_NEWER_/,
  );
  await checkServer(url(), { ...demands, acceptsNewerDatabase: true });
  const { status, stderr } = run("scripts/migrate.ts", { DATABASE_URL: url() });
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining("29991231000000") });
  expect(run("scripts/migrate.ts", { DATABASE_URL: url(), ACCEPT_NEWER_DATABASE: "true" }).status).toBe(0);
  await alone("DELETE FROM _prisma_migrations WHERE id = 'later'");
});

test("a server without room for the locks of a long log is refused with the number that it needs", async () => {
  const checking = checkServer(url(), { ...demands, eventRetentionDays: 3650, partitions: 3660 });
  await expect(checking).rejects.toThrow(
    /max_locks_per_transaction = 64, and EVENT_RETENTION_DAYS=3650 needs \d{4}: raise it/,
  );
});

test.each(["migrate", "migrate resolve", "migrate collate", "worker", "rotate-keys", "address"])(
  "%s says that nobody answers where the database should be",
  (command) => {
    const [name = "", ...words] = command.split(" ");
    const address = "postgres://keeper:hush@127.0.0.1:1/keeper";
    const { status, stderr } = run(`scripts/${name}.ts`, { DATABASE_URL: address }, words);
    expect([status, stderr]).toEqual([
      1,
      "The database 127.0.0.1:1/keeper is not reachable: connect ECONNREFUSED 127.0.0.1:1\n",
    ]);
  },
);

test("who may not come in, or may do nothing there, is told so in a line and without the password", async () => {
  const said = async (address: string): Promise<string> => {
    const error = await checkServer(address, demands).then(
      () => null,
      (problem: unknown) => problem,
    );
    expect(error).toBeInstanceOf(DatabaseUnusable);
    return String(error);
  };
  expect(await said(as("wrong"))).toMatch(/does not let us in: password authentication failed for user/);
  expect(await said(beside(serverUrl, "nowhere"))).toMatch(/let us in: database "nowhere" does not exist$/);
  const lines = (await said(as("right"))).split("\n");
  expect(lines).toEqual([
    expect.stringContaining(`GRANT USAGE, CREATE ON SCHEMA public TO ${user}`),
    expect.stringMatching(/The tables in .* belong to keeper, and only their owner can change them/),
  ]);
  expect(await said(as("right", beside(serverUrl, latin)))).not.toContain("right@");
});
