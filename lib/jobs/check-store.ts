import { concernsAlerts } from "#lib/features/alerts/check.ts";
import type { Patience } from "#lib/platform/bigcommerce/retry.ts";
import { AppError } from "#lib/errors.ts";
import { keepExceptionHook } from "#lib/features/delivery-exceptions/keep-hook.ts";
import type { StoreHash } from "#lib/ids.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { CheckRunning } from "#lib/features/subscriptions/errors.ts";
import { type Reconciled, reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { nextCheck, type Watch } from "#lib/features/subscriptions/watch.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { watchStore } from "./watching.ts";

/** What a check of a store found and did. */
export interface CheckResult {
  /** Null when the hooks could not be read. */
  reconciled: Reconciled | null;
  /** Why they could not be read, or the first action that failed and may work later. */
  passing: AppError | null;
  watch: Watch | null;
}

export interface CheckOptions {
  now: Date;
  /** How long BigCommerce is waited for. */
  patience: Patience;
  /** Whether it is no wonder that hooks are missing. */
  isFirst: boolean;
}

/**
 * Has the keeper check and repair a store's hooks, has alerts decided by what is left, and enqueues the next check when
 * there is something to watch.
 * Safe to repeat.
 * @returns null when the store is uninstalled; it is left alone then.
 */
export async function checkStore(
  storeHash: StoreHash,
  { now, patience, isFirst }: CheckOptions,
): Promise<CheckResult | null> {
  const store = await findStore(storeHash);
  if (!store?.accessTokenSealed || store.uninstalledAt) return null;
  const outcome = await attempt(storeHash, now, patience);
  const list = await subscriptionList(storeHash, now);
  const { groups, checkedAt } = list;
  const findings = {
    verdicts: groups.flatMap(({ events }) =>
      // What is left to a person does not change by being checked.
      events
        .filter(({ wanted, health }) => wanted && !health.isLeftToYou)
        .map(({ health }) => health.verdict),
    ),
    hasMended: outcome.reconciled !== null && isMending(outcome.reconciled, isFirst),
    checkedAt: checkedAt === null ? null : new Date(checkedAt),
    failure: outcome.reconciled === null ? failureOf(outcome.passing) : null,
  };
  const watch = nextCheck(findings, store.watchedUntil, now);
  if (watch) await watchStore(storeHash, watch);
  if (await concernsAlerts(storeHash, list))
    await inTransaction((tx) => enqueueJob(tx, "check-alerts", { storeHash }));
  return { ...outcome, watch };
}

async function attempt(
  storeHash: StoreHash,
  now: Date,
  patience: Patience,
): Promise<Pick<CheckResult, "reconciled" | "passing">> {
  try {
    const reconciled = await reconcileStore(storeHash, {
      by: "keeper",
      now,
      patience,
    });
    await keepExceptionHook(storeHash, now, patience);
    return {
      reconciled,
      passing: [...reconciled.failures.values()].find(({ retryable }) => retryable) ?? null,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { reconciled: null, passing: error };
  }
}

function isMending({ plan: { create, update, enable, remove } }: Reconciled, isFirst: boolean): boolean {
  return (isFirst ? 0 : create.length) + update.length + enable.length + remove.length > 0;
}

/** Another check that is under way is no sign of trouble. */
function failureOf(error: AppError | null): string | null {
  return error === null || error instanceof CheckRunning ? null : error.code;
}
