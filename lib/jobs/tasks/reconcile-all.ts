import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { enqueueJob, enqueueJobs } from "#lib/platform/queue/enqueue.ts";
import { PRIORITIES } from "#lib/platform/queue/priorities.ts";
import { log } from "#lib/log/log.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";

/** The hour's checks are spread over most of it, so that they end before the next hour's begin. */
const SPREAD_MS = 50 * 60_000;
/** So many checks wait in the queue at once; the next ones follow when their turn comes. */
const SLICE = 200;
/** While so many checks are overdue no others are added: more of them would only be later. */
const OVERDUE_MAX = SLICE / 2;
/** After this it is looked again whether they are done. */
const LOOK_AGAIN_MS = 15_000;

type Because = "hourly" | "address";
/** Where a round over all stores is: the last store that had its turn, and from one turn to the next. */
export interface Round {
  after: StoreHash;
  everyMs: number;
}

/**
 * When each of `count` stores has its turn, evenly over 50 minutes from `now`; the same store has its turn at about
 * the same minute of every hour. Pure.
 */
export function turns(count: number, now: Date): Date[] {
  return Array.from({ length: count }, (_, index) => new Date(now.getTime() + (SPREAD_MS * index) / count));
}

/**
 * Enqueues a check of every installed store, each at its turn, a slice at a time: the last one enqueues the next slice. If
 * the hour is not enough, the round continues, and the next one starts after it. Safe to run twice: a waiting check
 * is replaced, not doubled.
 * @param round Where to continue; absent for a new round.
 */
export async function enqueueChecks(because: Because, now: Date, round?: Round): Promise<void> {
  if (!round && (await isUnderWay(because))) {
    log.info({ because }, "the checks of the hour before are not done yet; they go on");
    return;
  }
  const everyMs = round?.everyMs ?? SPREAD_MS / Math.max(1, await countStoresToCheck());
  if (round && (await overdueChecks()) > OVERDUE_MAX) {
    await goOn(because, round, new Date(now.getTime() + LOOK_AGAIN_MS));
    return;
  }
  const stores = await storesToCheck(now, { after: round?.after ?? null, limit: SLICE });
  const jobs = stores.map((storeHash, index) => ({
    payload: { storeHash, because },
    runAt: new Date(now.getTime() + index * everyMs),
    // A key of its own: it must not put off a check that an installation or a launch asked for.
    jobKey: `reconcile-store:${because}:${storeHash}`,
  }));
  await inTransaction((tx) => enqueueJobs(tx, "reconcile-store", jobs));
  const last = stores.at(-1);
  if (last && stores.length === SLICE)
    await goOn(because, { after: last, everyMs }, new Date(now.getTime() + SLICE * everyMs));
}

/** How many stores have the app now. */
function countStoresToCheck(): Promise<number> {
  return database().prisma.store.count({ where: { uninstalledAt: null, accessTokenSealed: { not: null } } });
}

/**
 * Hashes of the stores that have the app now and whose hooks the clock has to have compared, in their order. A store that
 * did not answer is left out while it is watched: that asks it again, ever more rarely.
 * @param after The last one before; null for the first ones.
 */
async function storesToCheck(
  now: Date,
  { after, limit }: { after: StoreHash | null; limit: number },
): Promise<StoreHash[]> {
  const rows = await database().prisma.store.findMany({
    where: {
      uninstalledAt: null,
      accessTokenSealed: { not: null },
      ...(after === null ? {} : { hash: { gt: after } }),
      OR: [{ checkFailure: null }, { watchedUntil: null }, { watchedUntil: { lt: now } }],
    },
    select: { hash: true },
    orderBy: { hash: "asc" },
    take: limit,
  });
  return rows.map(({ hash }) => StoreHash.parse(hash));
}

const keyOf = (because: Because) => `reconcile-all:${because}:next`;

async function goOn(because: Because, round: Round, runAt: Date): Promise<void> {
  const payload = { because, ...round };
  await inTransaction((tx) => enqueueJob(tx, "reconcile-all", payload, { runAt, jobKey: keyOf(because) }));
}

/** Whether a round has a slice to come. */
async function isUnderWay(because: Because): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    "SELECT FROM graphile_worker.jobs WHERE key = $1 AND attempts < max_attempts",
    [keyOf(because)],
  );
  return rowCount !== null && rowCount > 0;
}

async function overdueChecks(): Promise<number> {
  const { rows } = await database().pool.query<{ overdue: number }>(
    `SELECT count(*)::int AS overdue FROM graphile_worker.jobs
     WHERE priority = $1 AND run_at <= now() AND locked_at IS NULL AND attempts < max_attempts
       AND task_identifier = 'reconcile-store'`,
    [PRIORITIES.clock],
  );
  return rows[0]?.overdue ?? 0;
}

export const reconcileAllTask = defineTask("reconcile-all", ({ because, after, everyMs }, { now }) =>
  enqueueChecks(because, now, after === undefined || everyMs === undefined ? undefined : { after, everyMs }),
);
