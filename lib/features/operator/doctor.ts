import { release } from "node:os";
import { config } from "#lib/config/config.ts";
import { secretsOf } from "#lib/config/own-secrets.ts";
import { shownSettings } from "#lib/config/shown-settings.ts";
import type { Variables } from "#lib/config/setting-faults.ts";
import { versionOf } from "#lib/config/version.ts";
import { checkSeals } from "#lib/features/secrets/openable.ts";
import { maskText } from "#lib/log/redact.ts";
import { workersThere } from "#lib/platform/queue/presence.ts";
import { firstOfHours } from "#lib/time.ts";
import { databaseFacts, failureCounts, partitionRows, refusalRows } from "./database.records.ts";
import { queueRows, stuckJobs } from "./queue.records.ts";
import { countStores } from "./stores.records.ts";

const REFUSALS_MAX = 50;
const JOBS_MAX = 50;

/** What a report needs from outside the rooms of the product. */
export interface DoctorOptions {
  projectDir: string;
  /** The environment, for the settings that were given. */
  variables: Variables;
  /** Says what is wrong with the database's server, or nothing. */
  checkServer(databaseUrl: string): Promise<void>;
}

/** A part of the report, or why it could not be made. */
type Part<T> = T | { failed: string };

/**
 * Gathers what a support case needs, as one text in JSON: versions, settings, database, sizes, queue, what fails. Secrets
 * are named and not shown, and nothing of a merchant's data or people is read. A part that fails says so, and the others
 * are there. Changes nothing.
 */
export async function doctorReport(options: DoctorOptions, now: Date): Promise<string> {
  const settings = config();
  const databaseUrl = settings.databaseUrl ?? "";
  const [database, server, seals, workers, stores, queue, stuck, failures, refusals, partitions] =
    await Promise.all([
      part(databaseFacts),
      part(async () => {
        await options.checkServer(databaseUrl);
        return "ok";
      }),
      part(async () => (await checkSeals(databaseUrl, settings.encryptionKeys)) ?? "ok"),
      part(workersThere),
      part(countStores),
      part(queueRows),
      part(() => stuckJobs(null, JOBS_MAX)),
      part(failureCounts),
      part(() => refusalRows(firstOfHours(24, now), REFUSALS_MAX)),
      part(partitionRows),
    ]);
  const report = {
    at: now,
    versions: {
      keeper: versionOf(options.projectDir, settings.distDir),
      node: process.version,
      system: `${process.platform} ${release()} ${process.arch}`,
    },
    settings: shownSettings(options.variables),
    checks: { server, seals, workers },
    database,
    stores,
    queue,
    stuck,
    failures,
    refusals,
    partitions,
  };
  // Settings are text that somebody wrote, and so are errors: what looks like a secret or an address goes here.
  return maskText(`${JSON.stringify(report, null, 2)}\n`, secretsOf(settings));
}

async function part<T>(read: () => Promise<T>): Promise<Part<T>> {
  try {
    return await read();
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
