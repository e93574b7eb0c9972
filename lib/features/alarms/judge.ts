import type { Health } from "#lib/features/health/check.ts";
import { ALARM_NAMES, type AlarmName } from "./alarms.ts";

/** Jobs that may be late; a check of a store may be an hour late. As in the alarms for Prometheus. */
const UNHURRIED: ReadonlySet<string> = new Set([
  "reconcile-store",
  "watch-store",
  "read-resources",
  "keep-privacy",
]);
const DUE_SECONDS_MAX = 300;
const CHECK_DUE_SECONDS_MAX = 3_600;
/** Half of what a process keeps on the disk at most. */
const SPOOL_BYTES_MAX = 2 * 1024 ** 3;
/** Twice what has to stay free. */
const FREE_BYTES_MIN = 2 * 1024 ** 3;
/** Single stores that removed the app's access are theirs to mend. */
const REFUSED_STORES_MIN = 3;
const REFUSED_SHARE_MAX = 0.2;

/** What a process knows now. */
export interface Observed {
  health: Pick<Health, "database" | "migrations" | "receiver" | "spool" | "clock">;
  /** What is in the database; null while it does not tell. */
  shared: {
    workers: number;
    jobs: readonly { task: string; failed: number; oldestDueSeconds: number }[];
    stores: number;
    /** Stores whose token BigCommerce refuses. */
    refusedStores: number;
    /** Migrations that this version does not know. */
    unknownMigrations: readonly string[];
  } | null;
  /** Shares of the deliveries that came lately; null when too few did to say. */
  refusedShare: number | null;
  unprovenShare: number | null;
  spool: { waiting: number; aside: number; bytes: number };
  /** Of the disk that deliveries would wait on; null when that cannot be told. */
  freeBytes: number | null;
}

/** For each alarm what there is to say of it, or null when all is well; what is not known now is left out. */
export type Verdicts = ReadonlyMap<AlarmName, string | null>;

/**
 * Judges what a process knows. What follows from another alarm is left out while that one rings: a database that is away is
 * told once. Pure.
 */
export function judge(observed: Observed): Verdicts {
  const { health, shared } = observed;
  const isAway = health.database !== "ok";
  const verdicts: Partial<Record<AlarmName, string | null>> = {
    DatabaseUnreadable: isAway ? whileAway(observed) : null,
    SpoolFilling: spoolTrouble(observed),
    SpoolSetAside: when(observed.spool.aside > 0, `${observed.spool.aside} set aside.`),
    ...(!isAway && ofHealth(observed)),
    ...(observed.freeBytes !== null && {
      DiskShort: when(observed.freeBytes < FREE_BYTES_MIN, `${gigabytes(observed.freeBytes)} GB are free.`),
    }),
    ...(shared && !isAway && ofShared(shared)),
  };
  return new Map(
    ALARM_NAMES.flatMap((name) => {
      const verdict = verdicts[name];
      return verdict === undefined ? [] : [[name, verdict] as const];
    }),
  );
}

const when = (isSo: boolean, detail: string): string | null => (isSo ? detail : null);
const gigabytes = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);
const percent = (share: number) => `${Math.round(share * 100)}%`;

function whileAway({ health, spool }: Observed): string {
  if (health.spool === "filling")
    return `Deliveries are acknowledged and wait on this machine's disk, ${spool.waiting} so far. Leave the disk as it is.`;
  if (health.receiver === "ok" && health.spool !== "full") return "Deliveries are still taken.";
  return "Deliveries are answered with 503. BigCommerce sends them again for 48 hours.";
}

function spoolTrouble({ health, spool }: Observed): string | null {
  if (health.spool === "unusable") return "It can't be opened: the next outage of the database is refused.";
  if (health.spool === "full") return `It refuses deliveries. ${spool.waiting} wait there.`;
  if (spool.bytes > SPOOL_BYTES_MAX)
    return `It takes ${gigabytes(spool.bytes)} GB of 4. ${spool.waiting} wait there.`;
  // With a database that is away, that one is told.
  return when(
    health.spool === "filling" && health.database === "ok",
    `The database answers, and takes no deliveries. ${spool.waiting} wait there.`,
  );
}

function ofHealth({
  health,
  refusedShare,
  unprovenShare,
}: Observed): Partial<Record<AlarmName, string | null>> {
  return {
    ReceiverFailing: when(health.receiver !== "ok", "The log says why: look for the level error."),
    MigrationMissing: when(health.migrations !== "ok", "Run `npm run migrate`."),
    ClockOff: when(health.clock !== "ok", "The log says by how much, and against which clock."),
    DeliveriesRefused: when(
      (refusedShare ?? 0) > 0.05,
      `${percent(refusedShare ?? 0)} in the last two minutes.`,
    ),
    DeliveriesUnproven: when(
      (unprovenShare ?? 0) > 0.2,
      `${percent(unprovenShare ?? 0)} in the last ten minutes.`,
    ),
  };
}

function ofShared({
  workers,
  jobs,
  stores,
  refusedStores,
  unknownMigrations,
}: NonNullable<Observed["shared"]>): Partial<Record<AlarmName, string | null>> {
  const late = jobs.filter(({ task, oldestDueSeconds }) =>
    task === "reconcile-store"
      ? oldestDueSeconds > CHECK_DUE_SECONDS_MAX
      : oldestDueSeconds > DUE_SECONDS_MAX && !UNHURRIED.has(task),
  );
  const givenUp = jobs.filter(({ failed }) => failed > 0);
  const areRefused = refusedStores >= REFUSED_STORES_MIN && refusedStores > REFUSED_SHARE_MAX * stores;
  return {
    NoWorker: when(workers === 0, "Start one."),
    JobsLate: when(late.length > 0, `${late.map(({ task }) => task).join(", ")}.`),
    JobsGivenUp: when(
      givenUp.length > 0,
      `${givenUp.map(({ task, failed }) => `${failed} × ${task}`).join(", ")}.`,
    ),
    TokensRefused: when(areRefused, `${refusedStores} of ${stores} stores.`),
    DatabaseNewer: when(unknownMigrations.length > 0, `It has ${unknownMigrations.toSorted().join(", ")}.`),
  };
}
