import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm";
import { EnginePool, MigrationAdapter } from "./migration-adapter.ts";
import { MIGRATIONS_DIR, readMigrations } from "./migrations.ts";
import { processWide } from "#lib/process-wide.ts";

const PROJECT_DIR = resolve(import.meta.dirname, "../../..");
const SCHEMA_PATH = join(PROJECT_DIR, "prisma/schema.prisma");

/** Instantiates Prisma's schema engine from the WebAssembly that the package carries; its own loader needs a bundler. */
async function instantiate(): Promise<void> {
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(glue.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engineModule } });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
}

/** A schema engine and the pool beneath it; `close` ends both. */
export interface ConnectedEngine {
  engine: engineModule.SchemaEngine;
  close(): Promise<void>;
}

/**
 * Prisma's schema engine, connected to a database; the same one as behind `prisma migrate`, so both share the
 * `_prisma_migrations` table.
 * @param databaseUrl The database to work on.
 */
export async function connectEngine(databaseUrl: string): Promise<ConnectedEngine> {
  await processWide("schema-engine", instantiate);
  const pool = new EnginePool(databaseUrl);
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(pool, databaseUrl));
  const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  const close = async () => {
    engine.free();
    await pool.end();
  };
  return { engine, close };
}

/** The migrations of this project as the engine wants them, oldest first. */
async function migrationList(): Promise<MigrationList> {
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(MIGRATIONS_DIR, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: (await readMigrations()).map(({ name, script }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: script } },
    })),
  };
}

/** The schema file as the engine wants it. */
async function readSchema(): Promise<SchemasContainer> {
  return { files: [{ path: SCHEMA_PATH, content: await readFile(SCHEMA_PATH, "utf8") }] };
}

/**
 * What the schema file says beyond the migrations, as SQL; null when they say the same.
 * @param databaseUrl Any database of a server on which its user may create another, to replay all migrations in.
 */
export async function unwrittenChanges(databaseUrl: string): Promise<string | null> {
  const { engine, close } = await connectEngine(databaseUrl);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...(await migrationList()) },
      to: { tag: "schemaDatamodel", ...(await readSchema()) },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
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
