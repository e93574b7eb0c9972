import type { Person } from "#lib/features/audit/entry.ts";
import { INTERACTIVE, type Patience } from "#lib/platform/bigcommerce/retry.ts";
import { isKnownScope } from "#lib/catalogue/catalogue.ts";
import type { ChangeResults } from "#lib/contract/subscriptions.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { CheckRunning } from "./errors.ts";
import { sentenceOf } from "#lib/messages/sentences.ts";
import { type HookPlan, onlyScopes, planHooks, type Wanted } from "./plan.ts";
import {
  noteLostToken,
  readAndSave,
  storeAtBigCommerce,
  type StoreAtBigCommerce,
  unreadScopes,
} from "./read.ts";
import { applyPlan, type Follower, LOCK_WAIT_MS } from "./reconcile.ts";
import {
  knownHooks,
  saveFailures,
  saveWanted,
  type Subscription,
  subscriptionsOf,
  takeWantedBack,
} from "./records.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import { failuresOf } from "./steps.ts";

type Result = ChangeResults["results"][number];

/** Who changes a store's subscriptions, when, and how long it may take. */
export interface ChangeOptions {
  by: Person;
  now: Date;
  patience?: Patience;
  lockWaitMs?: number;
  /** Follows the work, and goes on with it after a stop of the process: nothing is taken back then. */
  follower?: Follower;
}

/**
 * Turns event types on and off, one or many, and answers for each what became of it, in the order given. What is
 * wanted is saved before BigCommerce is asked, so that the next check completes what a crash interrupted. When BigCommerce
 * refuses, for good or for now, the old value is restored: the switch never shows what is not so.
 * Turning off a hook that no one chose removes it; turning it on takes it over.
 * @throws {StoreUninstalled}
 */
export async function changeSubscriptions(
  hash: StoreHash,
  changes: readonly { scope: string; wanted: boolean }[],
  options: ChangeOptions,
): Promise<ChangeResults> {
  const store = await storeAtBigCommerce(hash, options.patience ?? INTERACTIVE);
  // Of two changes to one event type the last one counts.
  const wanted = [
    ...new Map(
      changes.map((change) => [change.scope, { scope: change.scope, isWanted: change.wanted }]),
    ).values(),
  ];
  const existing = new Set((await knownHooks(hash)).map(({ scope }) => scope));
  const [known, unknown] = partition(wanted, (one) => canBeWanted(one, existing));

  const done = await asOnlyCheck(hash, options.lockWaitMs ?? LOCK_WAIT_MS, () =>
    fulfil(store, known, existing, options),
  );
  const outcomes = done?.result ?? refuseAll(known, new CheckRunning(`store ${hash} is being checked`));
  for (const { scope, isWanted } of unknown) {
    const code = "UNKNOWN_SCOPE";
    outcomes.set(scope, {
      scope,
      wanted: isWanted,
      outcome: "unknown_scope",
      code,
      sentence: sentenceOf(code),
    });
  }
  return { results: wanted.flatMap(({ scope }) => outcomes.get(scope) ?? []) };
}

/** A channel's template is no event type before it names a channel; what exists can always be turned off. */
function canBeWanted({ scope, isWanted }: Wanted, existing: ReadonlySet<string>): boolean {
  if (!isWanted && existing.has(scope)) return true;
  return isKnownScope(scope) && !scope.includes("{");
}

async function fulfil(
  store: StoreAtBigCommerce,
  wanted: readonly Wanted[],
  existing: ReadonlySet<string>,
  { by, now, follower }: ChangeOptions,
): Promise<Map<string, Result>> {
  if (wanted.length === 0) return new Map();
  const { hash, target } = store;
  const scopes = new Set(wanted.map(({ scope }) => scope));
  const [before, others] = partition(await subscriptionsOf(hash), ({ scope }) => scopes.has(scope));
  const wantedBefore = new Map(before.map(({ scope, isWanted }) => [scope, isWanted]));
  const changed = wanted.filter(({ scope, isWanted }) => {
    // Turning off what was never on, and does not exist, is no decision worth keeping.
    const matters = isWanted || wantedBefore.has(scope) || existing.has(scope);
    return matters && wantedBefore.get(scope) !== isWanted;
  });
  await saveWanted(hash, changed, wantedBefore, { by, at: now });

  let plan: HookPlan | null = null;
  try {
    const seen = await readAndSave(store, now);
    plan = onlyScopes(planHooks([...others, ...wanted], seen.hooks, target, unreadScopes(seen)), scopes);
    const failures = failuresOf(await applyPlan(plan, seen, { store, by, now, follower }));
    await noteLostToken(hash, failures);
    const worked = wanted.filter(({ scope }) => !failures.has(scope)).map(({ scope }) => scope);
    await saveFailures(hash, new Map(), worked, now);
    const failed = changed.filter(({ scope }) => failures.has(scope));
    await takeBack(hash, failed, before, plan, now);
    const done = plan;
    return new Map(
      wanted.map((one) => [one.scope, resultOf(one, wantedBefore, done, failures.get(one.scope))]),
    );
  } catch (error) {
    if (follower && !(error instanceof AppError)) throw error;
    await takeBack(hash, changed, before, plan, now);
    if (!(error instanceof AppError)) throw error;
    return refuseAll(wanted, error);
  }
}

/**
 * Restores what was wanted before. Where making a hook was tried for a scope that had no row, a row that says "not
 * wanted" stays: the call may have worked without an answer, and the next check then removes what it made.
 */
async function takeBack(
  hash: StoreHash,
  wanted: readonly Wanted[],
  before: readonly Subscription[],
  plan: HookPlan | null,
  now: Date,
): Promise<void> {
  if (wanted.length === 0) return;
  const scopes = new Set(wanted.map(({ scope }) => scope));
  const rows = before.filter(({ scope }) => scopes.has(scope));
  const hadRow = new Set(rows.map(({ scope }) => scope));
  const tried = new Set(plan?.create.map(({ scope }) => scope));
  const [unsure, absent] = partition(
    [...scopes].filter((scope) => !hadRow.has(scope)),
    (scope) => tried.has(scope),
  );
  await takeWantedBack(hash, { wanted, before: rows, absent, unsure }, now);
}

function resultOf(
  { scope, isWanted }: Wanted,
  wantedBefore: ReadonlyMap<string, boolean>,
  plan: HookPlan,
  failure: AppError | undefined,
): Result {
  if (failure) return refusal({ scope, isWanted }, failure);
  const actions = [...plan.create, ...plan.update, ...plan.enable, ...plan.remove];
  const isNew =
    (wantedBefore.get(scope) ?? false) !== isWanted || actions.some((action) => action.scope === scope);
  return { scope, wanted: isWanted, outcome: isNew ? "done" : "already", code: null, sentence: null };
}

function refuseAll(wanted: readonly Wanted[], error: AppError): Map<string, Result> {
  return new Map(wanted.map((one) => [one.scope, refusal(one, error)]));
}

function refusal({ scope, isWanted }: Wanted, { code }: AppError): Result {
  return { scope, wanted: isWanted, outcome: "refused", code, sentence: sentenceOf(code) };
}

function partition<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter((item) => belongs(item)), items.filter((item) => !belongs(item))];
}
