import type { StoreApi } from "#lib/bigcommerce/client.ts";
import { Conflict, NotFound, Refused, ServerFault, Unauthorized } from "#lib/bigcommerce/errors.ts";
import { createHook, listHooks, removeHook, updateHook } from "#lib/bigcommerce/hooks.ts";
import type { Hook } from "#lib/bigcommerce/shapes.ts";
import { AppError } from "#lib/errors.ts";
import type { HookId } from "#lib/ids.ts";
import { LimitReached } from "./errors.ts";
import { chooseHook, type HookPlan, type HookTarget } from "./plan.ts";
import { seenHook } from "./read.ts";
import type { SeenHook } from "./records.ts";

/** Scopes that are worked on at once; a store's quota is shared by all its apps. */
const SCOPES_AT_ONCE = 4;
/** Source: BigCommerce docs, Webhooks overview (at most 10 hooks for a store, client and scope). */
const HOOKS_PER_SCOPE_MAX = 10;
/** After so many server faults the rest is left for the next time. */
const SERVER_FAULTS_MAX = 3;

/** What became of a plan. */
export interface CarriedOut {
  /** The hooks as they are now, as far as BigCommerce told. */
  hooks: SeenHook[];
  /** Scopes whose action failed, each with why. */
  failures: Map<string, AppError>;
}

/**
 * Carries out a plan at BigCommerce. Safe to repeat: a hook that is gone already is made anew or forgotten, and one
 * that exists already is read again and counts when it is right. A failure of one scope does not keep the others
 * from being done, except when it says that all would fail: then they are not even tried.
 * @throws only what is no `AppError`.
 */
export async function carryOut(
  plan: HookPlan,
  actual: readonly SeenHook[],
  target: HookTarget,
  api: StoreApi,
): Promise<CarriedOut> {
  const hooks = new Map(actual.map((hook) => [hook.id, hook]));
  const failures = new Map<string, AppError>();
  const steps = stepsByScope(plan, { api, target, hooks });
  const queue = [...steps];
  let stop: AppError | undefined;
  let serverFaults = 0;

  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [scope, actions] = next;
      try {
        if (stop) throw stop;
        for (const act of actions) await act();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        failures.set(scope, error);
        if (error instanceof ServerFault) serverFaults += 1;
        const isHopeless = error instanceof ServerFault ? serverFaults >= SERVER_FAULTS_MAX : error.retryable;
        if (isHopeless || error instanceof Unauthorized) stop ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: SCOPES_AT_ONCE }, worker));
  return { hooks: [...hooks.values()].toSorted((one, other) => one.id - other.id), failures };
}

interface Place {
  api: StoreApi;
  target: HookTarget;
  hooks: Map<HookId, SeenHook>;
}

type Action = () => Promise<void>;

function stepsByScope(plan: HookPlan, place: Place): Map<string, Action[]> {
  const { api, target, hooks } = place;
  const steps = new Map<string, Action[]>();
  const add = (scope: string, action: Action) => steps.set(scope, [...(steps.get(scope) ?? []), action]);
  const know = (hook: Hook) => hooks.set(hook.id, seenHook(hook, target));

  // Doubles go first, so that what is mended after them finds its address free.
  for (const { scope, hookId } of plan.remove) {
    add(scope, async () => {
      await removeHook(api, hookId).catch(tolerate(NotFound));
      hooks.delete(hookId);
    });
  }
  const create = (scope: string) => createOrFind(scope, place);
  for (const { scope } of plan.create) add(scope, () => create(scope));
  const updates = [
    ...plan.update,
    ...plan.enable.map((entry): HookPlan["update"][number] => ({ ...entry, patch: { isActive: true } })),
  ];
  for (const { scope, hookId, patch } of updates) {
    add(scope, async () => {
      try {
        const changed = await updateHook(api, hookId, patch);
        know(patch.headers ? { ...changed, headers: patch.headers } : changed);
      } catch (error) {
        if (error instanceof Conflict) return settle(scope, place);
        if (!(error instanceof NotFound)) throw error;
        hooks.delete(hookId);
        await create(scope);
      }
    });
  }
  return steps;
}

async function createOrFind(scope: string, place: Place): Promise<void> {
  const { api, target, hooks } = place;
  try {
    const made = await createHook(api, { scope, ...target });
    // The guides print an answer without headers; those that were sent are the ones it has.
    hooks.set(made.id, seenHook({ ...made, headers: target.headers }, target));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    await settle(scope, place);
  }
}

/**
 * Learns what a conflict meant by reading the scope again: all is well when a right hook is there after all.
 * @throws {LimitReached | Refused}
 */
async function settle(scope: string, { api, target, hooks }: Place): Promise<void> {
  const listed = await listHooks(api, scope);
  const found = listed.filter((hook) => hook.scope === scope).map((hook) => seenHook(hook, target));
  for (const { id } of [...hooks.values()].filter((hook) => hook.scope === scope)) hooks.delete(id);
  for (const hook of found) hooks.set(hook.id, hook);
  const chosen = chooseHook(found, target.destination);
  if (chosen?.destination === target.destination && chosen.isActive && chosen.hasRightSecret) return;
  if (found.length >= HOOKS_PER_SCOPE_MAX) throw new LimitReached(`${scope}: ${found.length} hooks exist`);
  throw new Refused(`${scope}: BigCommerce does not accept the hook`);
}

function tolerate(kind: new (message: string) => AppError): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof kind)) throw error;
  };
}
