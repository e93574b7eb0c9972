import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { AppError } from "#lib/errors.ts";
import { connectOrSay } from "./check-server.ts";
import { collateKeys, tableNames } from "./collate.ts";
import { newPool } from "./connection.ts";
import { MIGRATIONS_DIR, connectEngine, readMigrations, readSchema } from "./schema-engine.ts";

/** Any number, the same in every process of this app: whoever holds it migrates. */
const ADVISORY_LOCK = 2_026_112_401;
const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The database and the migrations in this folder do not fit together, and going on could harm the data. */
export class MigrationRefused extends AppError {
  readonly code = "MIGRATION_REFUSED";
  readonly retryable = false;
}

/**
 * Brings a database up to the newest migration, ours and Graphile Worker's. Safe to repeat, and safe to run from
 * several processes at once: one works, the others wait and find nothing left to do.
 * @returns names of the migrations that were applied now.
 * @throws {DatabaseUnusable} when the server does not answer, or refuses us.
 * @throws {MigrationRefused} when an applied migration was edited afterwards or has failed halfway.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const guard = await connectOrSay(databaseUrl);
  try {
    await guard.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    const before = new Set(await tableNames(guard));
    const applied = await applyOurs(databaseUrl);
    // A new table's keys sort by their bytes; those of a table that is in use wait for `npm run migrate -- collate`.
    if (applied.length > 0) await collateKeys(databaseUrl, before);
    await migrateQueue(databaseUrl);
    return applied;
  } finally {
    await guard.end();
  }
}

async function migrateQueue(databaseUrl: string): Promise<void> {
  const pool = newPool({ databaseUrl, name: "webhook-keeper migrate", max: 1 });
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

async function applyOurs(databaseUrl: string): Promise<string[]> {
  const { engine, close } = await connectEngine(databaseUrl);
  try {
    const migrationsList = await readMigrations();
    const found = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: NO_FILTER,
    });
    if (found.editedMigrationNames.length > 0) {
      throw new MigrationRefused(
        `Migration ${found.editedMigrationNames.join(", ")} was changed after this database had applied it; ` +
          "undo the change and write another migration instead, or begin with an empty database",
      );
    }
    if (found.failedMigrationNames.length > 0) {
      throw new MigrationRefused(
        `Migration ${found.failedMigrationNames.join(", ")} failed halfway in this database; ` +
          "mend the database by hand and mark it with `prisma migrate resolve`",
      );
    }
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}

/**
 * What the schema file says beyond the migrations, as SQL; null when they say the same.
 * @param databaseUrl Any database of a server on which its user may create another, to replay all migrations in.
 */
export async function unwrittenChanges(databaseUrl: string): Promise<string | null> {
  const { engine, close } = await connectEngine(databaseUrl);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...(await readMigrations()) },
      to: { tag: "schemaDatamodel", ...(await readSchema()) },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    const script = stdout?.trim() ?? "";
    return script === "" || script === "-- This is an empty migration." ? null : script;
  } finally {
    await close();
  }
}

/**
 * Writes the next migration: what the schema file says beyond the migrations before it.
 * @param databaseUrl As for {@link unwrittenChanges}.
 * @param name What the migration does, in words; becomes part of its folder's name.
 * @returns the folder of the new migration, or null when there is nothing to write.
 */
export async function writeMigration(databaseUrl: string, name: string, now: Date): Promise<string | null> {
  const script = await unwrittenChanges(databaseUrl);
  if (script === null) return null;
  const stamp = now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(MIGRATIONS_DIR, `${stamp}_${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")}`);
  await mkdir(folder);
  await writeFile(join(folder, "migration.sql"), `${script}\n`);
  return folder;
}
