import { statfs } from "node:fs/promises";
import type { Config } from "#lib/config/config.ts";
import type { Observed } from "#lib/features/alarms/judge.ts";
import type { Counts, Shares } from "#lib/features/alarms/shares.ts";
import { checkHealth } from "#lib/features/health/check.ts";
import { migrationNames } from "#lib/features/health/records.ts";
import { spoolFigures } from "#lib/features/receiver/spool/figures.ts";
import { largestSpoolBytes } from "#lib/features/receiver/spool/look.ts";
import { metrics } from "#lib/metrics/metrics.ts";
import { sharedFigures } from "#lib/screens/metrics/metrics.ts";

/** Reasons as the alarms for Prometheus take them together. */
const REFUSED: ReadonlySet<unknown> = new Set(["not_committed", "overloaded", "too_slow"]);
const UNPROVEN: ReadonlySet<unknown> = new Set(["wrong_signature", "wrong_secret", "signature_required"]);

/** Reads what this process knows of itself, its machine and the database, within some seconds, whatever happens. */
export async function observe(
  { spoolDir, dataDir }: Pick<Config, "spoolDir" | "dataDir">,
  shares: Shares,
  nowMs: number,
): Promise<Observed> {
  const [health, shared, counts, freeBytes] = await Promise.all([
    checkHealth(),
    sharedFigures(nowMs),
    readCounts(),
    freeBytesOf(spoolDir ?? dataDir),
  ]);
  const ours = new Set(await migrationNames());
  return {
    health,
    shared: shared && {
      ...shared,
      unknownMigrations: shared.migrations.filter((name) => !ours.has(name)),
    },
    ...shares.look(counts, nowMs),
    spool: { ...spoolFigures(), bytes: spoolDir === null ? 0 : largestSpoolBytes(spoolDir) },
    freeBytes,
  };
}

async function readCounts(): Promise<Counts> {
  const { refused, stored, spooled } = metrics();
  const [refusals, ...taken] = await Promise.all([refused.get(), stored.get(), spooled.get()]);
  const sum = (values: readonly { value: number }[]) => values.reduce((total, { value }) => total + value, 0);
  const ofReasons = (reasons: ReadonlySet<unknown>) =>
    sum(refusals.values.filter(({ labels }) => reasons.has(labels.reason)));
  return {
    taken: sum(taken.flatMap(({ values }) => values)),
    refused: ofReasons(REFUSED),
    unproven: ofReasons(UNPROVEN),
  };
}

/** Of the disk that a folder lies on; null where there is no such folder. */
async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
