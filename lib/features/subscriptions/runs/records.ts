import type { Person } from "#lib/features/audit/entry.ts";
import type { RunAction, RunKind } from "#lib/contract/runs.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Prisma, Run, RunItem } from "#lib/platform/db/generated/client.ts";
import { withLock } from "#lib/platform/db/lock.ts";
import type { StoreHash } from "#lib/ids.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";

export type { Run, RunItem };
export type RunWithItems = Run & { items: RunItem[] };

/** How long a run is kept that no one needs any more. */
const KEPT_MS = 30 * 86_400_000;

const itemsInOrder = { items: { orderBy: { position: "asc" } } } as const;

/**
 * Writes a run down, with a job that carries it out. What is older than a month is forgotten.
 * @returns null when another run of the store is under way.
 */
export function createRun(
  storeHash: StoreHash,
  { kind, scopes }: { kind: RunKind; scopes: readonly string[] },
  by: Person,
  now: Date,
): Promise<RunWithItems | null> {
  return whenNoneIsOpen(storeHash, async (tx) => {
    const keptFrom = new Date(now.getTime() - KEPT_MS);
    await tx.run.deleteMany({ where: { storeHash, endedAt: { lt: keptFrom } } });
    const action = kind === "put_right" ? null : kind;
    const asked = { askedByUserId: BigInt(by.userId), askedByEmail: by.email };
    return tx.run.create({
      data: {
        storeHash,
        kind,
        startedAt: now,
        startedBy: by.email,
        items: {
          createMany: {
            data: scopes.map((scope, position) => ({ position, scope, action, state: "waiting", ...asked })),
          },
        },
      },
      include: itemsInOrder,
    });
  });
}

/**
 * Has what was refused of a run tried again, for the person who asks for it.
 * @param scopes Only these; all when absent.
 * @returns null when another run of the store is under way.
 */
export function reopenRun(
  storeHash: StoreHash,
  id: bigint,
  scopes: readonly string[] | undefined,
  by: Person,
): Promise<{ items: number } | null> {
  return whenNoneIsOpen(storeHash, async (tx) => {
    const { count } = await tx.runItem.updateMany({
      where: { runId: id, state: "refused", ...(scopes && { scope: { in: [...scopes] } }) },
      data: {
        state: "waiting",
        code: null,
        endedAt: null,
        askedByUserId: BigInt(by.userId),
        askedByEmail: by.email,
      },
    });
    if (count > 0)
      await tx.run.update({ where: { id }, data: { endedAt: null, cancelledAt: null, putAwayAt: null } });
    return { items: count };
  });
}

/** Does `work`, and enqueues the job after it; two that come at once come one after the other. */
function whenNoneIsOpen<T>(
  storeHash: StoreHash,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T | null> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM stores WHERE hash = ${storeHash} FOR NO KEY UPDATE`;
    if ((await tx.run.count({ where: { storeHash, endedAt: null } })) > 0) return null;
    const done = await work(tx);
    await enqueueJob(tx, "carry-out-runs", { storeHash });
    return done;
  });
}

/** One run of a store; null when it has none of that id. */
export function findRun(storeHash: StoreHash, id: bigint): Promise<RunWithItems | null> {
  return database().prisma.run.findFirst({ where: { id, storeHash }, include: itemsInOrder });
}

/** The run that was started last; null without any. */
export function newestRun(storeHash: StoreHash): Promise<RunWithItems | null> {
  return database().prisma.run.findFirst({
    where: { storeHash },
    orderBy: { id: "desc" },
    include: itemsInOrder,
  });
}

/** The run that is under way; null when none is. */
export function openRun(storeHash: StoreHash): Promise<Run | null> {
  return database().prisma.run.findFirst({ where: { storeHash, endedAt: null }, orderBy: { id: "asc" } });
}

/** The next items that wait, in order and all asked for by one person; at most `limit`. */
export async function nextItems(runId: bigint, limit: number): Promise<RunItem[]> {
  const items = await database().prisma.runItem.findMany({
    where: { runId, state: "waiting" },
    orderBy: { position: "asc" },
    take: limit,
  });
  const next = items.findIndex(({ askedByUserId }) => askedByUserId !== items[0]?.askedByUserId);
  return next === -1 ? items : items.slice(0, next);
}

/** What became of an item. */
export interface ItemOutcome {
  scope: string;
  state: "done" | "refused" | "cancelled";
  code: string | null;
}

/** Writes down what became of items, whatever was written before. Repeatable. */
export async function saveOutcomes(
  runId: bigint,
  outcomes: readonly ItemOutcome[],
  now: Date,
): Promise<void> {
  await database().prisma.$executeRaw`
    UPDATE run_items AS item SET state = outcome.state, code = outcome.code, ended_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS outcome(scope text, state text, code text)
    WHERE item.run_id = ${runId} AND item.scope = outcome.scope`;
}

/** Writes down what is done for items. Repeatable. */
export async function saveActions(
  runId: bigint,
  actions: readonly { scope: string; action: RunAction }[],
): Promise<void> {
  await database().prisma.$executeRaw`
    UPDATE run_items AS item SET action = chosen.action
    FROM jsonb_to_recordset(${JSON.stringify(actions)}::jsonb) AS chosen(scope text, action text)
    WHERE item.run_id = ${runId} AND item.scope = chosen.scope`;
}

/** Says of everything that still waits what became of it. Repeatable. */
export async function settleRest(
  runId: bigint,
  { state, code }: Omit<ItemOutcome, "scope">,
  now: Date,
): Promise<void> {
  await database().prisma.runItem.updateMany({
    where: { runId, state: "waiting" },
    data: { state, code, endedAt: now },
  });
}

/** Cancels what still waits of a run that is under way. Repeatable. */
export async function markCancelled(runId: bigint, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.run.updateMany({
      where: { id: runId, endedAt: null },
      data: { cancelledAt: now },
    });
    if (count === 0) return;
    await tx.runItem.updateMany({
      where: { runId, state: "waiting" },
      data: { state: "cancelled", endedAt: now },
    });
  });
}

/** Whether a person cancelled a run. */
export async function isCancelled(runId: bigint): Promise<boolean> {
  return (await database().prisma.run.count({ where: { id: runId, cancelledAt: { not: null } } })) > 0;
}

/** The run is over. Repeatable. */
export async function endRun(runId: bigint, now: Date): Promise<void> {
  await database().prisma.run.updateMany({ where: { id: runId, endedAt: null }, data: { endedAt: now } });
}

/** No one needs to see a run that is over any more. Repeatable. */
export async function markPutAway(runId: bigint, now: Date): Promise<void> {
  await database().prisma.run.updateMany({
    where: { id: runId, endedAt: { not: null } },
    data: { putAwayAt: now },
  });
}

/** Does `work` as the only worker of a store's runs, over all processes; null when another one is at it. */
export function asOnlyWorker<T>(
  storeHash: StoreHash,
  waitMs: number,
  work: () => Promise<T>,
): Promise<{ result: T } | null> {
  return withLock(`runs:${storeHash}`, waitMs, work);
}
