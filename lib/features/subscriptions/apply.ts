import {
  Conflict,
  NotFound,
  OddAnswer,
  ServerFault,
  Unauthorized,
} from "#lib/platform/bigcommerce/errors.ts";
import { createHook, type HookFields, removeHook, updateHook } from "#lib/platform/bigcommerce/hooks.ts";
import type { StoreApi } from "#lib/platform/bigcommerce/client.ts";
import type { AuditState } from "#lib/contract/audit.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { AppError } from "#lib/errors.ts";
import { HookUnreadable } from "./errors.ts";
import type { HookPatch, HookPlan } from "./plan.ts";
import { findMade, isRight, isSilence, know, type KnownThere, verifyHook, settle } from "./verify.ts";
import type { SeenHook } from "./records.ts";
import type { Action, ActionLog } from "./action-log.ts";

/** Scopes that are worked on at once; a store's quota is shared by all its apps. */
const SCOPES_AT_ONCE = 4;
/** After so many server faults the rest is left for the next time. */
const SERVER_FAULTS_MAX = 3;

/** What became of a plan. */
export interface Applied {
  /** The hooks as they are now, as far as BigCommerce told. */
  hooks: SeenHook[];
  /** Scopes whose action failed, each with why. */
  failures: Map<string, AppError>;
}

/** Who follows a plan while it is carried out, event type by event type. */
export interface Follower {
  /** Before anything is done for a scope. An `AppError` that it throws is that scope's failure: it is left alone. */
  begins(scope: string): Promise<void>;
  /** Everything that the plan has for a scope was done, or failed. */
  ended(scope: string, failure: AppError | null): Promise<void>;
}

/**
 * Applies a plan at BigCommerce. Safe to repeat: a hook that is gone is made again or forgotten, and a hook that
 * exists is read again and counts if it is right. If one scope fails, the others are still done, unless the failure
 * says that all would fail: then the rest is not tried. A change without an answer is read again, and counts if it
 * was made. Each action is recorded as soon as it is answered.
 * @throws only what is no `AppError`.
 */
export async function applyPlan(
  plan: HookPlan,
  actual: readonly SeenHook[],
  { target, api, actionLog, follower }: Omit<Place, "hooks"> & { follower?: Follower | undefined },
): Promise<Applied> {
  const hooks = new Map(actual.map((hook) => [hook.id, hook]));
  const failures = unreadFailures(plan);
  const steps = stepsByScope(plan, { api, target, hooks, actionLog });
  const queue = [...steps];
  let stop: AppError | undefined;
  let serverFaults = 0;

  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [scope, actions] = next;
      try {
        if (stop) throw stop;
        await follower?.begins(scope);
        for (const act of actions) await act();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        failures.set(scope, error);
        if (error instanceof ServerFault && !(error instanceof OddAnswer)) serverFaults += 1;
        const isHopeless = error instanceof ServerFault ? serverFaults >= SERVER_FAULTS_MAX : error.retryable;
        if (isHopeless || error instanceof Unauthorized) stop ??= error;
      }
      await follower?.ended(scope, failures.get(scope) ?? null);
    }
  };
  await Promise.all(Array.from({ length: SCOPES_AT_ONCE }, worker));
  return { hooks: [...hooks.values()].toSorted((one, other) => one.id - other.id), failures };
}

/** Why nothing is done for what could not be read, by scope. Pure. */
export function unreadFailures({ unread }: HookPlan): Map<string, AppError> {
  return new Map(
    unread.map((scope) => [scope, new HookUnreadable(`${scope}: its webhook could not be read`)]),
  );
}

interface Place extends KnownThere {
  actionLog: ActionLog;
}

type Step = () => Promise<unknown>;
type Update = HookPlan["update"][number];

function stepsByScope(plan: HookPlan, place: Place): Map<string, Step[]> {
  const steps = new Map<string, Step[]>();
  const add = (scope: string, step: Step) => steps.set(scope, [...(steps.get(scope) ?? []), step]);

  // Doubles go first, so that what is repaired after them finds its address free.
  for (const entry of plan.remove) add(entry.scope, () => remove(entry, place));
  for (const { scope, reason } of plan.create) add(scope, () => create(scope, reason, place));
  const updates = [
    ...plan.update,
    ...plan.enable.map((entry): Update => ({ ...entry, patch: { isActive: true } })),
  ];
  for (const entry of updates) add(entry.scope, () => update(entry, place));
  return steps;
}

/** Does one thing at BigCommerce, and has it written down with what was answered. */
async function attempt(
  action: Action,
  { api, actionLog }: Place,
  work: (heard: StoreApi) => Promise<SeenHook | null>,
): Promise<void> {
  let status: number | null = null;
  const heard = api.hearing((answered) => {
    status = answered;
  });
  try {
    const hook = await work(heard);
    await actionLog.record({ ...action, status, ...(hook && { hookId: hook.id, after: stateOf(hook) }) });
  } catch (error) {
    if (error instanceof AppError) await actionLog.record({ ...action, status, code: error.code });
    throw error;
  }
}

function remove({ scope, hookId, reason }: HookPlan["remove"][number], place: Place): Promise<void> {
  const { hooks } = place;
  return attempt(
    { action: "hook_removed", scope, hookId, reason, ...found(hooks.get(hookId)) },
    place,
    async (heard) => {
      await removeHook(heard, hookId).catch(tolerate(NotFound));
      hooks.delete(hookId);
      return null;
    },
  );
}

async function create(scope: string, reason: Sentence, place: Place): Promise<void> {
  const { receiverUrl, headers } = place.target;
  await repair(scope, place, (isUndone) =>
    attempt({ action: "hook_created", scope, reason }, place, async (heard) => {
      try {
        const made = await createHook(heard, { scope, destination: receiverUrl, headers });
        // The guides print an answer without headers; those that were sent are the ones it has.
        return know({ ...made, headers }, place, true);
      } catch (error) {
        if (error instanceof Conflict) return settle(scope, place, isUndone);
        if (!(error instanceof AppError)) throw error;
        if (!isSilence(error)) isUndone();
        const hook = isSilence(error) ? await findMade(scope, place, isUndone) : null;
        if (hook) return hook;
        throw error;
      }
    }),
  );
}

async function update({ scope, hookId, patch, reason }: Update, place: Place): Promise<void> {
  const { hooks, actionLog } = place;
  const before = hooks.get(hookId);
  const isRenewal = before?.isActive === true && !patch.headers;
  const isRepair = patch.receiverUrl !== undefined || (patch.isActive === true && !isRenewal);
  const code = isRenewal ? "hook_renewed" : patch.headers ? "hook_updated" : "hook_switched_on";
  const action = { action: code, scope, hookId, reason, ...found(before) } as const;
  const change = (isUndone: () => void) =>
    attempt(action, place, async (heard) => {
      try {
        const changed = await updateHook(heard, hookId, hookFields(patch));
        return know(patch.headers ? { ...changed, headers: patch.headers } : changed, place);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (error instanceof Conflict) return settle(scope, place, isUndone);
        const mayBeDone = isSilence(error);
        if (!mayBeDone) isUndone();
        const hook = mayBeDone ? await verifyHook(hookId, place) : null;
        if (hook && isRight(hook, place)) return hook;
        if (hook && !hook.isActive && patch.receiverUrl === undefined) isUndone();
        throw error;
      }
    });
  try {
    await (isRepair ? repair(scope, place, change) : change(() => undefined));
    if (isRenewal) await actionLog.renewed(hookId);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    hooks.delete(hookId);
    await create(scope, reason, place);
  }
}

/** Repairs a hook and has the action log count it. `work` calls its argument once it is certain that nothing changed. */
async function repair(
  scope: string,
  { target, actionLog }: Place,
  work: (isUndone: () => void) => Promise<void>,
): Promise<void> {
  let isUndone = false;
  await actionLog.beforeRepair(scope, target.receiverUrl);
  try {
    await work(() => {
      isUndone = true;
    });
  } finally {
    if (isUndone) await actionLog.notRepaired(scope);
  }
}

function found(hook: SeenHook | undefined): Pick<Action, "before"> {
  return hook ? { before: stateOf(hook) } : {};
}

/** A patch in BigCommerce's words. */
function hookFields({ receiverUrl, ...rest }: HookPatch): Partial<HookFields> {
  return receiverUrl === undefined ? rest : { ...rest, destination: receiverUrl };
}

/** What the audit log keeps of a hook, under the name that its earlier entries have. */
function stateOf({ isActive, receiverUrl, hasRightSecret }: SeenHook): AuditState {
  return { isActive, destination: receiverUrl, hasRightSecret };
}

function tolerate(kind: new (message: string) => AppError): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof kind)) throw error;
  };
}
