import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";

export const MIGRATIONS_DIR = resolve(import.meta.dirname, "../../../prisma/migrations");

/** A migration as its folder holds it. */
export interface Migration {
  /** The folder's name, which begins with the time when it was written. */
  name: string;
  script: string;
  /** SHA-256 of the script, in hex, as Prisma notes it. */
  checksum: string;
}

/** A row of `_prisma_migrations` that was not rolled back. */
export interface NotedMigration {
  name: string;
  checksum: string;
  isFinished: boolean;
}

/** What a database says of the migrations of this folder. */
export interface History {
  /** In the order in which they have to be applied; unfinished are those that were begun and never noted as done. */
  todo: { migration: Migration; isUnfinished: boolean }[];
  /** Names of those that were changed after the database had applied them. */
  edited: string[];
}

/** Names of migrations and their scripts, oldest first. @param dir Another folder than this project's. */
export async function readMigrations(dir = MIGRATIONS_DIR): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const script = await readFile(join(dir, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}

/** Compares a folder's migrations with what a database notes. Pure. */
export function historyOf(migrations: readonly Migration[], noted: readonly NotedMigration[]): History {
  const notes = new Map(noted.map((note) => [note.name, note]));
  const isEdited = ({ name, checksum }: Migration) => {
    const note = notes.get(name);
    return note !== undefined && note.isFinished && note.checksum !== checksum;
  };
  return {
    todo: migrations
      .filter(({ name }) => notes.get(name)?.isFinished !== true)
      .map((migration) => ({ migration, isUnfinished: notes.has(migration.name) })),
    edited: migrations.filter(isEdited).map(({ name }) => name),
  };
}
