import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { DatabaseUnusable } from "#lib/platform/db/check-server.ts";
import { collateDatabase } from "#lib/platform/db/collate.ts";
import { MigrationStopped } from "#lib/platform/db/migration-locks.ts";
import { MigrationRefused, migrate, resolveMigrations } from "#lib/platform/db/migrate.ts";
import { readMigrations, type Migration } from "#lib/platform/db/migrations.ts";
import { unwrittenChanges } from "#lib/platform/db/schema-engine.ts";
import { killMigrations, shapeOf } from "#tests/crash/migrations.ts";

const admin = new pg.Pool({ connectionString: inject("serverUrl"), max: 1 });
let name: string;
let url: string;

beforeEach(async () => {
  name = `migrate_${randomUUID().replaceAll("-", "")}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const address = new URL(inject("serverUrl"));
  address.pathname = `/${name}`;
  url = address.href;
});
afterAll(() => admin.end());
afterEach(async () => {
  // Graphile Worker's pool says that it has ended while its last connection is still on its way out.
  const isUsed = "SELECT FROM pg_stat_activity WHERE datname = $1";
  await expect.poll(async () => (await admin.query(isUsed, [name])).rowCount, { timeout: 10_000 }).toBe(0);
  await admin.query(`DROP DATABASE ${name}`);
});

/** Makes the test's database a migrated one: a copy of what `migrate` made when this round began. */
async function beMigrated(): Promise<void> {
  await admin.query(`DROP DATABASE ${name}`);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject("templateName")}`);
}

/** Other tests have databases at the same server. */
const HERE = "datname = current_database()";

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("the migrations make exactly what the schema says", async () => {
  expect(await unwrittenChanges(inject("serverUrl"))).toBeNull();
});

test("starts that migrate at the same moment apply each migration once", async () => {
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const rows = await ask("SELECT migration_name FROM _prisma_migrations ORDER BY migration_name");
  expect(applied.flat().toSorted((a, b) => a.localeCompare(b))).toEqual(
    rows.map((row) => row["migration_name"]),
  );
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
});

test("the job queue's tables come with them", async () => {
  await beMigrated();
  expect(await ask("SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS there")).toEqual([
    { there: true },
  ]);
});

test("a second run finds nothing to do", async () => {
  await beMigrated();
  expect(await migrate(url)).toEqual([]);
});

test("a migration that was edited after it was applied is refused by name", async () => {
  await beMigrated();
  const first = (await readMigrations())[0]?.name ?? "none";
  await ask(`UPDATE _prisma_migrations SET checksum = 'another' WHERE migration_name = '${first}'`);
  await expect(migrate(url)).rejects.toThrow(MigrationRefused);
  await expect(migrate(url)).rejects.toThrow(first);
});

/** What a version before this one left of a migration that it was killed in. */
const leaveUnfinished = (migration: Migration) =>
  ask(`DELETE FROM _prisma_migrations WHERE migration_name = '${migration.name}';
       INSERT INTO _prisma_migrations (id, checksum, migration_name)
       VALUES ('${randomUUID()}', '${migration.checksum}', '${migration.name}')`);

test("every migration that was begun and not noted is ended, whether it had taken effect or not", async () => {
  const migrations = await readMigrations();
  const said: string[] = [];
  const tell = (sentence: string) => said.push(sentence);
  await migrate(url, { migrations: [] });
  for (const [index, migration] of migrations.entries()) {
    const upTo = { tell, migrations: migrations.slice(0, index + 1) };
    for (let times = 0; times < 2; times++) {
      await leaveUnfinished(migration);
      expect(await resolveMigrations(url, upTo), migration.name).toBe(1);
    }
  }
  expect(said.filter((sentence) => sentence.includes("without effect")).length).toBeGreaterThanOrEqual(21);
  expect(said.filter((sentence) => sentence.includes("had taken effect")).length).toBeGreaterThan(15);
  expect(await migrate(url)).toEqual([]);
  expect(await shapeOf(url)).toEqual(await shapeOf(templateUrl()));
});

test("a start ends what was begun before it goes on", async () => {
  const migrations = await readMigrations();
  const [last] = migrations.slice(-1);
  if (!last) throw new Error("no migrations");
  await migrate(url, { migrations: migrations.slice(0, -1) });
  await leaveUnfinished(last);
  expect(await migrate(url)).toEqual([last.name]);
  expect(await resolveMigrations(url)).toBe(0);
});

test("a migration that fails leaves nothing behind, and is named", async () => {
  const broken = [change("1_broken", "CREATE TABLE half (id int); SELECT 1 / 0")];
  await expect(migrate(url, { migrations: broken })).rejects.toThrow(
    "Migration 1_broken failed and was undone: division by zero",
  );
  expect(await ask("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  expect(await ask("SELECT FROM _prisma_migrations")).toEqual([]);
});

/** A migration of a later version. */
const change = (changeName: string, script: string): Migration => ({
  name: changeName,
  script,
  checksum: changeName,
});

function templateUrl(): string {
  const address = new URL(inject("serverUrl"));
  address.pathname = `/${inject("templateName")}`;
  return address.href;
}

/** Somebody who reads a table for long, as a dump does. */
async function reader(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "pg_dump" });
  await client.connect();
  await client.query("BEGIN; LOCK TABLE stores IN ACCESS SHARE MODE");
  return client;
}

test("a reader in the way is named, nobody waits behind the migration for long, and it goes on by itself", async () => {
  await beMigrated();
  const migrations = [...(await readMigrations()), change("9", "ALTER TABLE stores ADD COLUMN later text")];
  const dump = await reader();
  const { promise: named, resolve: hear } = Promise.withResolvers<string>();
  const migrating = migrate(url, { migrations, tell: hear });
  await expect
    .poll(() => ask(`SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND ${HERE}`))
    .toHaveLength(1);
  const startedAt = performance.now();
  await ask("SELECT hash FROM stores");
  expect(performance.now() - startedAt).toBeLessThan(4_000);
  expect(await named).toMatch(
    /^Waiting with migration 9: process \d+ of the server \(pg_dump, role \w+, idle in transaction, since .*\) holds what it needs\.$/,
  );
  await dump.end();
  expect(await migrating).toEqual(["9"]);
});

test("a reader that stays in the way ends the attempt in a sentence, and nothing is left of it", async () => {
  await beMigrated();
  const migrations = [...(await readMigrations()), change("9", "ALTER TABLE stores ADD COLUMN later text")];
  const dump = await reader();
  const migrating = migrate(url, { migrations, giveUpMs: 1 });
  await expect(migrating).rejects.toThrow(MigrationStopped);
  await expect(migrating).rejects.toThrow(/^Gave up on migration 9: process \d+ of the server \(pg_dump/);
  await dump.end();
  expect(await migrate(url)).toEqual([]);
});

test("a stop undoes the migration at work at once", async () => {
  await beMigrated();
  const migrations = [
    ...(await readMigrations()),
    change("9", "ALTER TABLE stores ADD COLUMN later text; SELECT pg_sleep(60)"),
  ];
  const stop = new AbortController();
  const migrating = migrate(url, { migrations, signal: stop.signal });
  await expect
    .poll(() => ask(`SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND ${HERE}`))
    .toHaveLength(1);
  stop.abort();
  await expect(migrating).rejects.toThrow(/^Stopped; migration 9 was undone/);
  expect(await migrate(url)).toEqual([]);
  expect(await shapeOf(url)).toEqual(await shapeOf(templateUrl()));
});

test("npm run migrate that was killed at any instant is finished by the next start, with all data", async () => {
  const verdict = await killMigrations(inject("serverUrl"), 4);
  expect(verdict).toMatchObject({ kills: 4, broken: [] });
}, 90_000);

test("a server that does not answer is named, its password is not", async () => {
  const migrating = migrate("postgres://keeper:hush@127.0.0.1:1/keeper");
  await expect(migrating).rejects.toThrow(DatabaseUnusable);
  await expect(migrating).rejects.toThrow(
    /^The database 127\.0\.0\.1:1\/keeper is not reachable: connect ECONNREFUSED (?!.*hush)/,
  );
});

describe("keys of text", () => {
  const sorted = () =>
    ask(`SELECT DISTINCT indrelid::regclass::text || '.' || attname AS key, collname AS collation FROM pg_index
      JOIN pg_class ON pg_class.oid = indrelid AND relnamespace = 'public'::regnamespace
      CROSS JOIN LATERAL unnest(indkey) AS key (attnum)
      JOIN pg_attribute ON attrelid = indrelid AND pg_attribute.attnum = key.attnum
      JOIN pg_collation ON pg_collation.oid = attcollation
      WHERE atttypid = 'text'::regtype AND relname <> '_prisma_migrations'`);

  test("are sorted by their bytes in a new database, whatever its language", async () => {
    await beMigrated();
    const keys = await sorted();
    expect(keys).toContainEqual({ key: "events.hash", collation: "C" });
    expect(keys.filter(({ collation }) => collation !== "C")).toEqual([]);
  });

  test("of an older one are left alone by a start, and sorted so by a command, with all that they hold", async () => {
    await beMigrated();
    const older = 'ALTER TABLE stores ALTER COLUMN hash TYPE text COLLATE "default"';
    await ask(older);
    await ask(
      "INSERT INTO stores (hash, access_token_sealed, scopes, webhook_secret_sealed, installed_at) VALUES ('kept', '', '{}', '', now())",
    );
    expect(await migrate(url)).toEqual([]);
    expect(await sorted()).toContainEqual({ key: "stores.hash", collation: "default" });
    expect(await collateDatabase(url)).toEqual([{ table: "stores", column: "hash" }]);
    expect(await collateDatabase(url)).toEqual([]);
    expect(await ask("SELECT hash FROM stores")).toEqual([{ hash: "kept" }]);
    expect(await sorted()).not.toContainEqual(expect.objectContaining({ collation: "default" }));
  });
});
