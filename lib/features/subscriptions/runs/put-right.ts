import type { Person } from "#lib/features/audit/entry.ts";
import type { RunAction } from "#lib/contract/runs.ts";
import type { AppError } from "#lib/errors.ts";
import { applyPlan, type Follower } from "#lib/features/subscriptions/apply.ts";
import { CheckRunning } from "#lib/features/subscriptions/errors.ts";
import { type HookPlan, planHooks } from "#lib/features/subscriptions/plan.ts";
import {
  noteLostToken,
  onlyScopes,
  readAndSave,
  unreadScopes,
  type StoreAtBigCommerce,
} from "#lib/features/subscriptions/reconcile.ts";
import { saveFailures, saveSeenHooks, subscriptionsOf } from "#lib/features/subscriptions/records.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import { actionLogOf } from "#lib/features/subscriptions/action-log.ts";
import { RunCancelled } from "./errors.ts";

/** What is done for one event type. */
export interface ChosenAction {
  scope: string;
  action: RunAction;
}

export interface PutRightOptions {
  by: Person;
  now: Date;
  lockWaitMs: number;
  /** Hears once what will be done. */
  plans(actions: ChosenAction[]): Promise<void>;
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
  const { by, now, lockWaitMs, plans, follower } = options;
  const done = await asOnlyCheck(hash, lockWaitMs, async () => {
    const reading = await readAndSave(store, now);
    const whole = planHooks(await subscriptionsOf(hash), reading.hooks, target, unreadScopes(reading));
    const plan = onlyScopes(whole, new Set(scopes));
    await plans(chosenActions(plan));
    const actionLog = actionLogOf(hash, by, now);
    const { hooks, failures } = await applyPlan(plan, reading.hooks, { ...store, actionLog, follower });
    await saveSeenHooks(hash, { ...reading, hooks, blockedDomains: null }, now);
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
