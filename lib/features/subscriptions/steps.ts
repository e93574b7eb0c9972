import type { Actor, AuditEntry } from "#lib/features/audit/entry.ts";
import {
  Conflict,
  NotFound,
  OddAnswer,
  ServerFault,
  TimedOut,
  Unauthorized,
  Unreachable,
} from "#lib/platform/bigcommerce/errors.ts";
import type { AuditState } from "#lib/contract/audit.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import type { AppError } from "#lib/errors.ts";
import type { HookId } from "#lib/ids.ts";
import { HookUnreadable } from "./errors.ts";
import type { HookPatch, HookPlan } from "./plan.ts";
import type { SeenHook } from "./records.ts";

/** After so many server faults the rest is left for the next time. */
const SERVER_FAULTS_MAX = 3;

/** One call that changes something at BigCommerce. */
export type Step =
  | { do: "create"; scope: string; reason: Sentence }
  | { do: "update"; scope: string; reason: Sentence; hookId: HookId; patch: HookPatch }
  | { do: "remove"; scope: string; reason: Sentence; hookId: HookId };

/** What BigCommerce answered to a step. */
export interface Answer {
  /** HTTP status of the step's own call; null when it had no answer. */
  status: number | null;
  /** The hook that the step made, changed or found right; null when there is none. */
  hook: SeenHook | null;
  /** Null when the step succeeded. */
  failure: AppError | null;
  /** It is certain that the step failed and changed nothing. */
  isUnchanged: boolean;
  /** Hooks as BigCommerce described them on the way. */
  seen: readonly SeenHook[];
  /** Hooks that no longer exist. */
  gone: readonly HookId[];
}

/** What became of a step, or of a scope that no step was taken for. */
export interface StepResult extends Answer {
  scope: string;
  /** Null when nothing was tried for the scope; `failure` says why. */
  step: Step | null;
  /** The hook that the step is about, as it was; null for a new one. */
  before: SeenHook | null;
}

/** The steps of a plan for each scope, in order. Pure. */
export function stepsByScope(plan: HookPlan): Map<string, Step[]> {
  const on: HookPatch = { isActive: true };
  const steps: Step[] = [
    // Doubles go first, so that what is repaired after them finds its address free.
    ...plan.remove.map(({ scope, reason, hookId }) => ({ do: "remove" as const, scope, reason, hookId })),
    ...plan.create.map((entry) => ({ do: "create" as const, ...entry })),
    ...plan.update.map((entry) => ({ do: "update" as const, ...entry })),
    ...plan.enable.map((entry) => ({ do: "update" as const, ...entry, patch: on })),
  ];
  return Map.groupBy(steps, ({ scope }) => scope);
}

/** The hook that a step is about; null when it makes one, or when it is not known. Pure. */
export function hookOf(step: Step, hooks: readonly SeenHook[]): SeenHook | null {
  return step.do === "create" ? null : (hooks.find(({ id }) => id === step.hookId) ?? null);
}

/** Whether a step tells a hook that is on once more that it is on, so that BigCommerce does not take it for inactive. Pure. */
export function isRenewal(step: Step, before: SeenHook | null): boolean {
  return step.do === "update" && before?.isActive === true && !step.patch.headers;
}

/** Whether a step repairs something, as the keeper does only so often. Pure. */
export function isRepair(step: Step, before: SeenHook | null): boolean {
  if (step.do !== "update") return step.do === "create";
  const { receiverUrl, isActive } = step.patch;
  return receiverUrl !== undefined || (isActive === true && !isRenewal(step, before));
}

/** Whether a failed step may have been carried out all the same: it had no answer, or one of two meanings. Pure. */
export function isInDoubt(step: Step, failure: AppError): boolean {
  return step.do !== "remove" && (failure instanceof Conflict || isSilence(failure));
}

function isSilence(failure: AppError): boolean {
  return failure instanceof ServerFault || failure instanceof TimedOut || failure instanceof Unreachable;
}

/** The result of a scope for which nothing is tried. Pure. */
export function notTried(scope: string, failure: AppError): StepResult {
  return {
    scope,
    step: null,
    before: null,
    status: null,
    hook: null,
    failure,
    isUnchanged: true,
    seen: [],
    gone: [],
  };
}

/** The results of what could not be read, and is therefore left alone. Pure. */
export function resultsOfUnread({ unread }: HookPlan): StepResult[] {
  return unread.map((scope) =>
    notTried(scope, new HookUnreadable(`${scope}: its webhook could not be read`)),
  );
}

/** The step that takes the place of a failed one: a hook that is gone is made again. Null for any other result. Pure. */
export function replacementOf({ step, failure }: StepResult): Step | null {
  if (step?.do !== "update" || !(failure instanceof NotFound)) return null;
  return { do: "create", scope: step.scope, reason: step.reason };
}

/** The failure after which nothing more is tried, because all would fail; null while there is none. Pure. */
export function stopAfter(results: readonly StepResult[]): AppError | null {
  let serverFaults = 0;
  for (const { failure } of results) {
    if (failure === null) continue;
    if (failure instanceof ServerFault && !(failure instanceof OddAnswer)) serverFaults += 1;
    const isHopeless = failure instanceof ServerFault ? serverFaults >= SERVER_FAULTS_MAX : failure.retryable;
    if (isHopeless || failure instanceof Unauthorized) return failure;
  }
  return null;
}

/** Why each scope that failed did so. Pure. */
export function failuresOf(results: readonly StepResult[]): Map<string, AppError> {
  return new Map(
    results.flatMap((result) =>
      result.failure === null || replacementOf(result) ? [] : [[result.scope, result.failure] as const],
    ),
  );
}

/** The hooks as they are after some steps, as far as BigCommerce told, the oldest first. Pure. */
export function hooksAfter(before: readonly SeenHook[], results: readonly StepResult[]): SeenHook[] {
  const hooks = new Map(before.map((hook) => [hook.id, hook]));
  for (const result of results) {
    for (const hook of result.seen) hooks.set(hook.id, hook);
    for (const id of result.gone) hooks.delete(id);
    if (replacementOf(result) && result.before) hooks.delete(result.before.id);
  }
  return [...hooks.values()].toSorted((one, other) => one.id - other.id);
}

/** A step in the audit log, with what was answered. Pure. */
export function auditEntryOf(
  step: Step,
  { before, status, hook, failure }: StepResult,
  actor: Actor,
): AuditEntry {
  return {
    actor,
    action: actionOf(step, before),
    scope: step.scope,
    reason: step.reason,
    status,
    ...(step.do !== "create" && { hookId: step.hookId }),
    ...(before && { before: stateOf(before) }),
    ...(failure ? { code: failure.code } : hook && { hookId: hook.id, after: stateOf(hook) }),
  };
}

function actionOf(step: Step, before: SeenHook | null): AuditEntry["action"] {
  if (step.do === "create") return "hook_created";
  if (step.do === "remove") return "hook_removed";
  if (isRenewal(step, before)) return "hook_renewed";
  return step.patch.headers ? "hook_updated" : "hook_switched_on";
}

/** What the audit log keeps of a hook, under the name that its earlier entries have. */
function stateOf({ isActive, receiverUrl, hasRightSecret }: SeenHook): AuditState {
  return { isActive, destination: receiverUrl, hasRightSecret };
}
