import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm";
import { EnginePool, MigrationAdapter } from "./migration-adapter.ts";

const PROJECT_DIR = resolve(import.meta.dirname, "../..");
const SCHEMA_PATH = join(PROJECT_DIR, "prisma/schema.prisma");
export const MIGRATIONS_DIR = join(PROJECT_DIR, "prisma/migrations");

// The package is one instance per process, while a test runner may load this module several times.
const shared = globalThis as typeof globalThis & { [key: symbol]: Promise<void> | undefined };
const LOADING = Symbol.for("webhook-keeper.schema-engine");

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
  await (shared[LOADING] ??= instantiate());
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
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(MIGRATIONS_DIR, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.toSorted().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(join(MIGRATIONS_DIR, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/** The schema file as the engine wants it. */
export async function readSchema(): Promise<SchemasContainer> {
  return { files: [{ path: SCHEMA_PATH, content: await readFile(SCHEMA_PATH, "utf8") }] };
}
