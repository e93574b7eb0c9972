import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { database } from "#lib/platform/db/client.ts";
import { aheadOf } from "./clock.ts";

const MIGRATIONS_FOLDER = join("prisma", "migrations");

/** What the database says about itself and the jobs in it. */
export interface Vitals {
  /** Migrations of this build that the database has not finished. */
  missingMigrations: string[];
  /**
   * Milliseconds for which the oldest due job has waited for a worker; 0 when none waits. Unhurried ones count only where
   * no worker works on any: late is what they may be.
   */
  oldestDueJobMs: number;
  /** The database answers, but takes no changes: a standby, or one that a person set so. */
  isReadOnly: boolean;
  /** Seconds by which our clock is ahead of the database's, at the least; negative when it is behind. */
  clockAheadSeconds: number;
}

/**
 * Reads the vitals. Cheap enough to ask every few seconds.
 * @throws when the database does not answer, or was never migrated.
 */
export async function readVitals(): Promise<Vitals> {
  const { prisma } = database();
  const askedMs = Date.now();
  const [names, finished, jobs, states] = await Promise.all([
    migrationNames(),
    prisma.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    prisma.$queryRaw<{ waitedMs: number }[]>`
      SELECT coalesce(extract(epoch FROM now() - min(run_at)) * 1000, 0)::float8 AS "waitedMs"
      FROM graphile_worker.jobs WHERE run_at <= now() AND locked_at IS NULL AND attempts < max_attempts
        AND (flags IS NULL OR NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE locked_at > now() - interval '2 minutes'))`,
    prisma.$queryRaw<{ isReadOnly: boolean; nowMs: number }[]>`
      SELECT current_setting('transaction_read_only')::boolean AS "isReadOnly",
        (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "nowMs"`,
  ]);
  const answeredMs = Date.now();
  const done = new Set(finished.map(({ name }) => name));
  return {
    missingMigrations: names.filter((name) => !done.has(name)),
    oldestDueJobMs: jobs[0]?.waitedMs ?? 0,
    isReadOnly: states[0]?.isReadOnly ?? false,
    clockAheadSeconds: aheadOf(states[0]?.nowMs ?? askedMs, askedMs, answeredMs),
  };
}

/** The migrations of this build. Each is a folder; its files do not change while the app runs, but reading their names costs next to nothing. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(join(/* turbopackIgnore: true */ process.cwd(), MIGRATIONS_FOLDER), {
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
