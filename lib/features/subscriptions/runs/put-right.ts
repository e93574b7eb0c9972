import type { Person } from "#lib/features/audit/entry.ts";
import type { RunAction } from "#lib/contract/runs.ts";
import type { AppError } from "#lib/errors.ts";
import { CheckRunning } from "#lib/features/subscriptions/errors.ts";
import { type HookPlan, onlyScopes, planHooks } from "#lib/features/subscriptions/plan.ts";
import {
  noteLostToken,
  readAndSave,
  type StoreAtBigCommerce,
  unreadScopes,
} from "#lib/features/subscriptions/read.ts";
import { applyPlan, type Follower } from "#lib/features/subscriptions/reconcile.ts";
import { saveFailures, subscriptionsOf } from "#lib/features/subscriptions/records.ts";
import { failuresOf } from "#lib/features/subscriptions/steps.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import { RunCancelled } from "./errors.ts";
import { saveActions } from "./records.ts";

/** What is done for one event type. */
export interface ChosenAction {
  scope: string;
  action: RunAction;
}

export interface PutRightOptions {
  by: Person;
  now: Date;
  lockWaitMs: number;
  /** The run, which is told once what will be done. */
  runId: bigint;
  follower: Follower;
}

/**
 * Repairs what differs at BigCommerce for some scopes, as a person wants it. Repeatable: what is right already is kept.
 * @returns scopes whose action failed or was cancelled, each with why.
 * @throws {CheckRunning} and, when the hooks cannot be read, the errors of `lib/platform/bigcommerce/errors.ts`.
 */
export async function putRight(
  store: StoreAtBigCommerce,
  scopes: readonly string[],
  options: PutRightOptions,
): Promise<ReadonlyMap<string, AppError>> {
  const { hash, target } = store;
  const { by, now, lockWaitMs, runId, follower } = options;
  const done = await asOnlyCheck(hash, lockWaitMs, async () => {
    const seen = await readAndSave(store, now);
    const whole = planHooks(await subscriptionsOf(hash), seen.hooks, target, unreadScopes(seen));
    const plan = onlyScopes(whole, new Set(scopes));
    await saveActions(runId, chosenActions(plan));
    const failures = failuresOf(await applyPlan(plan, seen, { store, by, now, follower }));
    const refused = [...failures].filter(([, error]) => !(error instanceof RunCancelled));
    await saveFailures(
      hash,
      new Map(refused.map(([scope, { code }]) => [scope, code])),
      scopes.filter((scope) => !failures.has(scope)),
      now,
    );
    await noteLostToken(hash, failures);
    return failures;
  });
  if (!done) throw new CheckRunning(`store ${hash} is being checked`);
  return done.result;
}

/** The action that stands for all of a scope's, as on the screen: the first of this order. Pure. */
export function chosenActions(plan: HookPlan): ChosenAction[] {
  const order = ["create", "update", "enable", "remove"] as const;
  const chosen = new Map<string, RunAction>();
  for (const action of order) {
    for (const { scope } of plan[action]) if (!chosen.has(scope)) chosen.set(scope, action);
  }
  return [...chosen].map(([scope, action]) => ({ scope, action }));
}
