import { StoreUninstalled } from "#lib/access.ts";
import type { Patience } from "#lib/platform/bigcommerce/retry.ts";
import { RunKind } from "#lib/contract/runs.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { CheckRunning } from "#lib/features/subscriptions/errors.ts";
import { storeAtBigCommerce } from "#lib/features/subscriptions/read.ts";
import type { Follower } from "#lib/features/subscriptions/reconcile.ts";
import { RunCancelled } from "./errors.ts";
import { hopelessCode, outcomeOf, outcomeOfChange } from "./outcomes.ts";
import { putRight } from "./put-right.ts";
import {
  asOnlyWorker,
  endRun,
  isCancelled,
  type ItemOutcome,
  nextItems,
  openRun,
  type Run,
  type RunItem,
  saveOutcomes,
  settleRest,
} from "./records.ts";

/**
 * Event types that are done under one lock and one reading of the hooks. Between two slices others get at the store; and
 * what a killed process leaves half done is never more than this.
 */
const SLICE = 20;
/** A killed worker's lock ends with its connection; a living one keeps it for as long as it works. */
const WORKER_WAIT_MS = 2_000;

export interface WorkOptions {
  /** Asked for each slice: a run takes minutes. */
  clock(): Date;
  patience: Patience;
  /** How long another check of the store is waited for. */
  lockWaitMs: number;
}

/**
 * Works on a store's runs to their end. Each result is saved at once, so that another process continues where this
 * one stopped. What was done but not saved is found at BigCommerce. Repeatable, by any number of processes: one
 * works, the others leave it alone.
 * @throws {CheckRunning} when another check of the store does not end; and, with a stop of the process, its reason.
 */
export async function workOnRuns(hash: StoreHash, options: WorkOptions): Promise<void> {
  await asOnlyWorker(hash, WORKER_WAIT_MS, async () => {
    for (let run = await openRun(hash); run; run = await openRun(hash)) {
      const items = await nextItems(run.id, SLICE);
      const [{ askedByUserId, askedByEmail } = {}] = items;
      if (askedByUserId === undefined || askedByEmail === undefined) {
        await endRun(run.id, options.clock());
        continue;
      }
      options.patience.signal?.throwIfAborted();
      await workOnSlice(hash, run, items, { userId: String(askedByUserId), email: askedByEmail }, options);
    }
  });
}

async function workOnSlice(
  hash: StoreHash,
  run: Run,
  items: readonly RunItem[],
  by: { userId: string; email: string },
  options: WorkOptions,
): Promise<void> {
  const { clock } = options;
  const scopes = items.map(({ scope }) => scope);
  try {
    const outcomes = await outcomesOf(hash, run, scopes, by, options);
    await saveOutcomes(run.id, outcomes, clock());
    const code = hopelessCode(outcomes);
    if (code !== null) await settleRest(run.id, { state: "refused", code }, clock());
  } catch (error) {
    if (!(error instanceof StoreUninstalled)) throw error;
    log.info({ storeHash: hash, run: String(run.id) }, "a run ended with its store's installation");
    await settleRest(run.id, { state: "cancelled", code: null }, clock());
  }
}

async function outcomesOf(
  hash: StoreHash,
  run: Run,
  scopes: readonly string[],
  by: { userId: string; email: string },
  { clock, patience, lockWaitMs }: WorkOptions,
): Promise<ItemOutcome[]> {
  const follower: Follower = {
    begins: async () => {
      patience.signal?.throwIfAborted();
      return (await isCancelled(run.id)) ? new RunCancelled(`run ${run.id} was cancelled`) : null;
    },
    ended: (scope, failure) => saveOutcomes(run.id, [outcomeOf(scope, failure)], clock()),
  };
  const kind = RunKind.parse(run.kind);
  const common = { by, now: clock(), lockWaitMs, follower };
  if (kind !== "put_right") {
    const changes = scopes.map((scope) => ({ scope, wanted: kind === "turn_on" }));
    const { results } = await changeSubscriptions(hash, changes, { ...common, patience });
    if (results.some(({ code }) => code === "CHECK_RUNNING"))
      throw new CheckRunning(`store ${hash} is being checked`);
    return results.map(outcomeOfChange);
  }
  const store = await storeAtBigCommerce(hash, patience);
  try {
    const failures = await putRight(store, scopes, { ...common, runId: run.id });
    return scopes.map((scope) => outcomeOf(scope, failures.get(scope)));
  } catch (error) {
    if (!(error instanceof AppError) || error instanceof CheckRunning) throw error;
    return scopes.map((scope) => outcomeOf(scope, error));
  }
}
