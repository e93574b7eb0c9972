import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { collateKeys } from "#lib/db/collate.ts";
import { DatabaseUnusable } from "#lib/db/check-server.ts";
import { MigrationRefused, migrate, unwrittenChanges } from "#lib/db/migrate.ts";

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
  await migrate(url);
  expect(await ask("SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS there")).toEqual([
    { there: true },
  ]);
});

test("a second run finds nothing to do", async () => {
  await migrate(url);
  expect(await migrate(url)).toEqual([]);
});

test("a migration that was edited after it was applied is refused by name", async () => {
  const [first] = await migrate(url);
  await ask(`UPDATE _prisma_migrations SET checksum = 'another' WHERE migration_name = '${first}'`);
  await expect(migrate(url)).rejects.toThrow(MigrationRefused);
  await expect(migrate(url)).rejects.toThrow(first);
});

test("a migration that failed halfway stops the start until somebody has looked", async () => {
  const [first] = await migrate(url);
  await ask(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${first}'`);
  await expect(migrate(url)).rejects.toThrow("failed halfway");
});

test("a server that does not answer is named, its password is not", async () => {
  const migrating = migrate("postgres://keeper:hush@127.0.0.1:1/keeper");
  await expect(migrating).rejects.toThrow(DatabaseUnusable);
  await expect(migrating).rejects.toThrow(
    /^The database 127\.0\.0\.1:1\/keeper does not let us in: (?!.*hush)/,
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
    await migrate(url);
    const keys = await sorted();
    expect(keys).toContainEqual({ key: "events.hash", collation: "C" });
    expect(keys.filter(({ collation }) => collation !== "C")).toEqual([]);
  });

  test("of an older one are left alone by a start, and sorted so by a command, with all that they hold", async () => {
    const [first] = await migrate(url);
    const older = 'ALTER TABLE stores ALTER COLUMN hash TYPE text COLLATE "default"';
    await ask(older);
    await ask(
      "INSERT INTO stores (hash, access_token_sealed, scopes, webhook_secret_sealed, installed_at) VALUES ('kept', '', '{}', '', now())",
    );
    expect(first).toBeDefined();
    expect(await migrate(url)).toEqual([]);
    expect(await sorted()).toContainEqual({ key: "stores.hash", collation: "default" });
    expect(await collateKeys(url, new Set())).toEqual([{ table: "stores", column: "hash" }]);
    expect(await collateKeys(url, new Set())).toEqual([]);
    expect(await ask("SELECT hash FROM stores")).toEqual([{ hash: "kept" }]);
    expect(await sorted()).not.toContainEqual(expect.objectContaining({ collation: "default" }));
  });
});
