// What a store wants, held against what exists at BigCommerce. Begin here.
//
// A check goes through these steps under the store's one lock, and may be killed between any two of them: the next check
// begins anew and finds at BigCommerce what was done.
//   read      `read.ts` asks for the hooks; what was seen is saved, or why nothing could be (`readAndSave`)
//   planned   `plan.ts` says what to create, update, enable, remove and keep; `keeper/renewals.ts` adds what is to be renewed
//   held back `keeper/hold-back.ts` takes out what the app may not repair by itself now; a person's check skips this step
//   applied   `apply.ts` does it, a few scopes at a time; `verify.ts` asks again where an answer is missing;
//             `action-log.ts` writes each thing down as it is done
//   saved     the hooks as they are now, and for each scope why it failed
//
// An event type is wanted, not wanted any more, or was never chosen (no row); a hook is right, wrong, off, double, missing
// or a stray. How that looks to a person is derived when it is asked for (`health.ts`, `view.ts`), never stored.
//
// `reconcileStore` is called by the route of "Check now" and by `lib/jobs/check-store.ts`. One person's switches go through
// `change.ts`, which shares these steps for its scopes alone; more than a few are a run (`runs/work.ts`), slice by slice
// through `change.ts` or `runs/put-right.ts`. `plan.ts` and `keeper/hold-back.ts` are pure. A check enqueues no job.

import type { Actor } from "#lib/features/audit/entry.ts";
import { StoreUninstalled } from "#lib/access.ts";
import { storeApi } from "#lib/platform/bigcommerce/client.ts";
import { Unauthorized } from "#lib/platform/bigcommerce/errors.ts";
import { BACKGROUND, INTERACTIVE, type Patience } from "#lib/platform/bigcommerce/retry.ts";
import { config } from "#lib/config/config.ts";
import type { ReconcileResult } from "#lib/contract/subscriptions.ts";
import { AppError } from "#lib/errors.ts";
import { exceptionAddress } from "#lib/features/receiver/addresses.ts";
import type { HookId, StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { saveReauthorisationNeed, storeCredentials } from "#lib/features/stores/records.ts";
import { sentenceHere } from "#lib/messages/here.ts";
import { applyPlan, unreadFailures } from "./apply.ts";
import { CheckRunning } from "./errors.ts";
import { sentenceOf } from "#lib/messages/sentences.ts";
import { keepersPart, planWithRenewals } from "./keeper/keeper.ts";
import { type HookPlan, hookTarget, type HookTarget, planHooks } from "./plan.ts";
import { readStoreHooks } from "./read.ts";
import {
  knownHooks,
  saveCheckFailure,
  saveFailures,
  saveSeenHooks,
  type SeenHooks,
  subscriptionsOf,
} from "./records.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { actionLogOf } from "./action-log.ts";

/** How long a check waits for another one of the same store to end. */
export const LOCK_WAIT_MS = 3_000;

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

/** What is needed to act for a store. */
export interface StoreAtBigCommerce {
  hash: StoreHash;
  api: ReturnType<typeof storeApi>;
  target: HookTarget;
}

/**
 * The way to a store's hooks.
 * @throws {StoreUninstalled}
 * @throws {Unauthorized} when no key opens the store's token; the store is then marked, as for one that is refused.
 */
export async function storeAtBigCommerce(hash: StoreHash, patience: Patience): Promise<StoreAtBigCommerce> {
  const credentials = await storeCredentials(hash).catch((error: unknown) => noteUnreadable(hash, error));
  if (!credentials) throw new StoreUninstalled(`no token of store ${hash}`);
  const { appUrl, exceptionUrl } = config();
  const target = hookTarget(
    appUrl,
    hash,
    credentials.webhookSecret,
    credentials.previousWebhookSecret,
    exceptionUrl === null ? null : exceptionAddress(exceptionUrl, hash),
  );
  return { hash, api: storeApi(credentials, patience), target };
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
  const { by, now, isDryRun = false, scopes } = options;
  const reading = await readAndSave(store, now);
  const [subscriptions, known] = await Promise.all([subscriptionsOf(store.hash), knownHooks(store.hash)]);
  const needed = planHooks(subscriptions, reading.hooks, store.target, unreadScopes(reading));
  const whole = await planWithRenewals(store.hash, needed, known, now);
  const asked = scopes ? onlyScopes(whole, new Set(scopes)) : whole;
  const facts = { subscriptions, hooks: reading.hooks, receiverUrl: store.target.receiverUrl };
  const plan = by === "keeper" ? await keepersPart(store.hash, asked, facts, now) : asked;
  if (isDryRun) return { plan, isDryRun, failures: unreadFailures(plan) };

  const { hooks, failures } = await applyPlan(plan, reading.hooks, {
    ...store,
    actionLog: actionLogOf(store.hash, by, now),
  });
  await saveSeenHooks(store.hash, { ...reading, hooks, blockedDomains: null }, now);
  await saveFailures(
    store.hash,
    codesOf(failures),
    scopesOf(plan).filter((scope) => !failures.has(scope)),
    now,
  );
  await noteLostToken(store.hash, failures);
  logOutcome(store.hash, plan, failures);
  return { plan, isDryRun, failures };
}

/**
 * Reads a store's hooks and writes down what was seen, or why it could not be read.
 * @throws the errors of `lib/platform/bigcommerce/errors.ts`.
 */
export async function readAndSave({ hash, api, target }: StoreAtBigCommerce, now: Date): Promise<SeenHooks> {
  try {
    const reading = await readStoreHooks(api, target, await knownHooks(hash), now);
    await saveSeenHooks(hash, reading, now);
    return reading;
  } catch (error) {
    return noteUnreadable(hash, error);
  }
}

/** Marks a store whose hooks cannot be read, with why. @throws `error`, always. */
async function noteUnreadable(hash: StoreHash, error: unknown): Promise<never> {
  if (error instanceof Unauthorized) await saveReauthorisationNeed(hash, true);
  if (error instanceof AppError) await saveCheckFailure(hash, error.code);
  throw error;
}

/** A token that was refused in the midst of things is noted like one that was refused at the start. */
export async function noteLostToken(hash: StoreHash, failures: ReadonlyMap<string, AppError>): Promise<void> {
  const isLost = [...failures.values()].some((error) => error instanceof Unauthorized);
  if (isLost) await saveReauthorisationNeed(hash, true);
}

/** Scopes of hooks that could not be read. Pure. */
export function unreadScopes({ unread }: Pick<SeenHooks, "unread">): ReadonlySet<string> {
  return new Set(unread.flatMap(({ scope }) => scope ?? []));
}

/** The part of a plan that concerns some scopes, with the wildcards that bring one of them a second time. Pure. */
export function onlyScopes(plan: HookPlan, scopes: ReadonlySet<string>): HookPlan {
  const among = ({ scope }: { scope: string }) => scopes.has(scope);
  return {
    create: plan.create.filter(among),
    update: plan.update.filter(among),
    enable: plan.enable.filter(among),
    remove: plan.remove.filter((entry) => among(entry) || entry.doubles?.some((scope) => scopes.has(scope))),
    keep: plan.keep.filter(among),
    unread: plan.unread.filter((scope) => scopes.has(scope)),
  };
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

function scopesOf({ create, update, enable, remove, keep }: HookPlan): string[] {
  return [
    ...new Set(
      [create, update, enable, remove, keep].flatMap((entries) => entries.map(({ scope }) => scope)),
    ),
  ];
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
