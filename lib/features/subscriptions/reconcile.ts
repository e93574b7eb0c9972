// What a store wants, held against what exists at BigCommerce. Begin here.
//
// `check` below is the whole of a check, from top to bottom, under the store's one lock. It may be killed between any two
// steps: the next check begins anew and finds at BigCommerce what was done.
//   read      `readAndSave` (`read.ts`) asks for the hooks, and saves what it saw, or why it saw nothing
//   plan      `planHooks` (`plan.ts`) says what to create, update, enable, remove and keep; `withRenewals` adds what has
//             been quiet for long (`keeper/renewals.ts`)
//   hold back `holdBack` (`keeper/hold-back.ts`) takes out what the app may not repair by itself now; a person's check
//             skips this
//   apply     `applyPlan` takes the plan's steps (`steps.ts`), a few scopes at once. `takeStep` notes a repair of the
//             keeper, makes one call (`apply.ts`), asks again where the answer leaves doubt (`verify.ts`), and writes the
//             result to the audit log. Each result joins one list; what failed and which hooks there are now follows from it
//   save      the hooks as they are now, and for each scope why it failed
//
// An event type is wanted, not wanted any more, or was never chosen (no row); a hook is right, wrong, off, double, missing
// or a stray. How that looks to a person is derived when it is asked for (`health.ts`, `view.ts`), never stored.
//
// `reconcileStore` is called by the route of "Check now" and by `lib/jobs/check-store.ts`. One person's switches go through
// `change.ts`, which shares these steps for its scopes alone; more than a few are a run (`runs/work.ts`), slice by slice
// through `change.ts` or `runs/put-right.ts`. `plan.ts`, `steps.ts` and `keeper/hold-back.ts` are pure. A check enqueues no
// job.

import type { Actor } from "#lib/features/audit/entry.ts";
import { writeAuditEntries } from "#lib/features/audit/records.ts";
import { BACKGROUND, INTERACTIVE, type Patience } from "#lib/platform/bigcommerce/retry.ts";
import type { ReconcileResult } from "#lib/contract/subscriptions.ts";
import type { AppError } from "#lib/errors.ts";
import type { HookId, StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { sentenceHere } from "#lib/messages/here.ts";
import { applyStep } from "./apply.ts";
import { CheckRunning } from "./errors.ts";
import { sentenceOf } from "#lib/messages/sentences.ts";
import { holdBack } from "./keeper/hold-back.ts";
import { keeperFacts, lastEventsOfQuiet } from "./keeper/facts.ts";
import { forgetRepair, saveRenewal, saveRepair } from "./keeper/records.ts";
import { withRenewals } from "./keeper/renewals.ts";
import { type HookPlan, onlyScopes, planHooks, scopesOf } from "./plan.ts";
import {
  noteLostToken,
  readAndSave,
  storeAtBigCommerce,
  type StoreAtBigCommerce,
  unreadScopes,
} from "./read.ts";
import {
  knownHooks,
  saveFailures,
  saveSeenHooks,
  type SeenHook,
  type SeenHooks,
  subscriptionsOf,
} from "./records.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import {
  auditEntryOf,
  failuresOf,
  hookOf,
  hooksAfter,
  isRenewal,
  isRepair,
  notTried,
  replacementOf,
  resultsOfUnread,
  type Step,
  type StepResult,
  stepsByScope,
  stopAfter,
} from "./steps.ts";
import { tellReturns } from "./source-events.ts";
import { verifyStep } from "./verify.ts";

/** How long a check waits for another one of the same store to end. */
export const LOCK_WAIT_MS = 3_000;
/** Scopes that are worked on at once; a store's quota is shared by all its apps. */
const SCOPES_AT_ONCE = 4;

/** How a reconcile is run. */
export interface ReconcileOptions {
  /** A person is obeyed at once; the keeper by itself waits longer for BigCommerce and repairs only so often. */
  by: Actor;
  now: Date;
  /** Answers the plan and changes nothing. */
  isDryRun?: boolean;
  /** Only these scopes; all when absent. */
  scopes?: readonly string[] | undefined;
  patience?: Patience;
  lockWaitMs?: number;
}

/** What a reconcile found and did. */
export interface Reconciled {
  plan: HookPlan;
  isDryRun: boolean;
  /** Scopes whose action failed, each with why. */
  failures: ReadonlyMap<string, AppError>;
}

/**
 * Compares what a store wants with the hooks that exist at BigCommerce and repairs the difference. Repeatable: right
 * hooks are kept. One check runs at a time for each store. It saves what it saw and what failed.
 * @throws {StoreUninstalled | CheckRunning} and, when the hooks cannot be read, the errors of
 * `lib/platform/bigcommerce/errors.ts`: the store is then marked, and keeps what was last seen.
 */
export async function reconcileStore(hash: StoreHash, options: ReconcileOptions): Promise<Reconciled> {
  const store = await storeAtBigCommerce(
    hash,
    options.patience ?? (options.by === "keeper" ? BACKGROUND : INTERACTIVE),
  );
  const done = await asOnlyCheck(hash, options.lockWaitMs ?? LOCK_WAIT_MS, () => check(store, options));
  if (!done) throw new CheckRunning(`store ${hash} is being checked`);
  return done.result;
}

async function check(store: StoreAtBigCommerce, options: ReconcileOptions): Promise<Reconciled> {
  const { hash, target } = store;
  const { by, now, isDryRun = false, scopes } = options;

  const seen = await readAndSave(store, now);
  const [subscriptions, known] = await Promise.all([subscriptionsOf(hash), knownHooks(hash)]);

  const needed = planHooks(subscriptions, seen.hooks, target, unreadScopes(seen));
  const whole = withRenewals(needed, known, await lastEventsOfQuiet(hash, known, now), now);
  const asked = scopes ? onlyScopes(whole, new Set(scopes)) : whole;

  const plan =
    by === "keeper"
      ? holdBack(asked, await keeperFacts(hash, subscriptions, seen.hooks, target.receiverUrl, now), now)
      : asked;
  if (isDryRun) return { plan, isDryRun, failures: failuresOf(resultsOfUnread(plan)) };

  const results = await applyPlan(plan, seen, { store, by, now });

  const failures = failuresOf(results);
  const worked = scopesOf(plan).filter((scope) => !failures.has(scope));
  await saveFailures(hash, codesOf(failures), worked, now);
  await noteLostToken(hash, failures);
  logOutcome(hash, plan, failures);
  return { plan, isDryRun, failures };
}

/** How a plan is applied. */
export interface ApplyOptions {
  store: StoreAtBigCommerce;
  by: Actor;
  now: Date;
  follower?: Follower | undefined;
}

/** Who follows a plan while it is applied, event type by event type: a run, which saves each result and may be canceled. */
export interface Follower {
  /** Before anything is done for a scope. @returns why nothing is to be done for it; null when it is its turn. */
  begins(scope: string): Promise<AppError | null>;
  /** Everything that the plan has for a scope was done, or failed. */
  ended(scope: string, failure: AppError | null): Promise<void>;
}

/**
 * Applies a plan at BigCommerce, and saves the hooks as they are then. Safe to repeat: a hook that is gone is made again or
 * forgotten, and a hook that exists is read again and counts if it is right. If one scope fails, the others are still done,
 * unless the failure says that all would fail: then the rest is not tried.
 * @returns what became of each step, in the order in which they ended.
 * @throws only what is no `AppError`.
 */
export async function applyPlan(
  plan: HookPlan,
  seen: SeenHooks,
  options: ApplyOptions,
): Promise<StepResult[]> {
  const { store, now, follower } = options;
  const results = resultsOfUnread(plan);
  const hooks = Map.groupBy(seen.hooks, ({ scope }) => scope);
  const queue = [...stepsByScope(plan)];

  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [scope, steps] = next;
      const obstacle = stopAfter(results) ?? (await follower?.begins(scope)) ?? null;
      if (obstacle) results.push(notTried(scope, obstacle));
      else results.push(...(await takeSteps(steps, hooks.get(scope) ?? [], options)));
      await follower?.ended(scope, failuresOf(results).get(scope) ?? null);
    }
  };
  await Promise.all(Array.from({ length: SCOPES_AT_ONCE }, work));

  const left = hooksAfter(seen.hooks, results);
  await tellReturns(store, seen.hooks, left, now);
  await saveSeenHooks(store.hash, { ...seen, hooks: left, blockedDomains: null }, now);
  return results;
}

/** Takes the steps of one scope, one after the other, until one fails. */
async function takeSteps(
  steps: readonly Step[],
  hooks: readonly SeenHook[],
  options: ApplyOptions,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const queue = [...steps];
  for (let step = queue.shift(); step; step = queue.shift()) {
    const result = await takeStep(step, hooksAfter(hooks, results), options);
    results.push(result);
    const replacement = replacementOf(result);
    if (replacement) queue.unshift(replacement);
    else if (result.failure) break;
  }
  return results;
}

/**
 * Takes one step, and writes down at once what became of it, so that a killed process leaves nothing to be guessed. A repair
 * of the keeper is noted before BigCommerce is asked: when the answer is lost, no one can tell afterwards whether the hook was
 * repaired. A person's are not counted, because a person is never held back.
 */
async function takeStep(
  step: Step,
  hooks: readonly SeenHook[],
  { store, by, now }: ApplyOptions,
): Promise<StepResult> {
  const { hash, target } = store;
  const { scope } = step;
  const before = hookOf(step, hooks);
  const isCounted = by === "keeper" && isRepair(step, before);
  if (isCounted) await saveRepair(hash, scope, target.receiverUrl, now);

  const answer = await applyStep(step, hooks, store);
  const result = { scope, step, before, ...(await verifyStep(step, answer, hooks, store)) };

  await writeAuditEntries(hash, [auditEntryOf(step, result, by)], now);
  if (isCounted && result.isUnchanged) await forgetRepair(hash, scope, now);
  if (before && isRenewal(step, before) && !result.failure) await saveRenewal(hash, before.id, now);
  return result;
}

/** A reconcile in the shape of the contract. Pure. */
export function reconcileAnswer({ plan, isDryRun, failures }: Reconciled): ReconcileResult {
  const withoutHook = ({ scope, reason }: { scope: string; reason: Sentence }) => ({
    scope,
    reason: sentenceHere(reason),
    hookId: null,
  });
  const withHook = ({ scope, reason, hookId }: { scope: string; reason: Sentence; hookId: HookId }) => ({
    scope,
    reason: sentenceHere(reason),
    hookId: String(hookId),
  });
  return {
    plan: {
      create: plan.create.map(withoutHook),
      update: plan.update.map(withHook),
      enable: plan.enable.map(withHook),
      remove: plan.remove.map(withHook),
      keep: plan.keep.length,
    },
    isDryRun,
    refused: [...failures].map(([scope, { code }]) => ({ scope, code, sentence: sentenceOf(code) })),
  };
}

function codesOf(failures: ReadonlyMap<string, AppError>): Map<string, string> {
  return new Map([...failures].map(([scope, { code }]) => [scope, code]));
}

function logOutcome(storeHash: StoreHash, plan: HookPlan, failures: ReadonlyMap<string, AppError>): void {
  const { create, update, enable, remove, keep } = plan;
  const counts = {
    created: create.length,
    updated: update.length,
    enabled: enable.length,
    removed: remove.length,
    kept: keep.length,
  };
  const failed = Object.fromEntries(codesOf(failures));
  const isNews = failures.size > 0 || create.length + update.length + enable.length + remove.length > 0;
  log[isNews ? "info" : "debug"]({ storeHash, ...counts, failed }, "checked the hooks of a store");
}
