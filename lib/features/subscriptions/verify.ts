import { Conflict, Refused } from "#lib/platform/bigcommerce/errors.ts";
import { getHook, listHooks } from "#lib/platform/bigcommerce/hooks.ts";
import { AppError } from "#lib/errors.ts";
import { HookUnreadable, LimitReached } from "./errors.ts";
import { isSameAddress } from "#lib/features/receiver/addresses.ts";
import { chooseHook, type HookTarget } from "./plan.ts";
import { seenAgain, type StoreAtBigCommerce } from "./read.ts";
import type { SeenHook } from "./records.ts";
import { type Answer, isInDoubt, type Step } from "./steps.ts";

/** Source: BigCommerce docs, Webhooks overview (at most 10 hooks for a store, client and scope). */
const HOOKS_PER_SCOPE_MAX = 10;

type Place = Pick<StoreAtBigCommerce, "api" | "target">;

/**
 * Learns by a second question what became of a step that is in doubt. Where a right hook is there, the step succeeded.
 * Changes nothing, so it is repeatable.
 * @param answer What the step's own call led to.
 * @param known The hooks of the step's scope.
 * @throws only what is no `AppError`.
 */
export async function verifyStep(
  step: Step,
  answer: Answer,
  known: readonly SeenHook[],
  place: Place,
): Promise<Answer> {
  if (answer.failure === null || !isInDoubt(step, answer.failure)) return answer;
  const isConflict = answer.failure instanceof Conflict;
  if (step.do === "update" && !isConflict) return verifyUpdate(step, answer, known, place);
  return verifyScope(step.scope, answer, known, place);
}

/** Reads the hook that a change without an answer was about. */
async function verifyUpdate(
  { hookId, patch }: Extract<Step, { do: "update" }>,
  answer: Answer,
  known: readonly SeenHook[],
  { api, target }: Place,
): Promise<Answer> {
  const read = await getHook(api, hookId).catch(asAppError);
  if (read instanceof AppError) return answer;
  const hook = seenAgain(read, known, target);
  if (isRight(hook, target)) return { ...answer, hook, failure: null, seen: [hook] };
  return { ...answer, seen: [hook], isUnchanged: !hook.isActive && patch.receiverUrl === undefined };
}

/**
 * Reads all hooks of a scope again, after a conflict and after a creation without an answer. BigCommerce answers a conflict
 * also when an earlier try without an answer made the hook.
 */
async function verifyScope(
  scope: string,
  answer: Answer,
  known: readonly SeenHook[],
  { api, target }: Place,
): Promise<Answer> {
  const isConflict = answer.failure instanceof Conflict;
  const list = await listHooks(api, scope).catch(asAppError);
  if (list instanceof AppError) return isConflict ? { ...answer, failure: list } : answer;

  const listed = list.hooks.filter((hook) => hook.scope === scope);
  const isAllRead = list.isWhole && list.unreadable.length === 0;
  const ids = new Set(listed.map(({ id }) => id));
  const seen = listed.map((hook) => seenAgain(hook, known, target));
  const gone = isAllRead
    ? known.filter((hook) => hook.scope === scope && !ids.has(hook.id)).map(({ id }) => id)
    : [];
  const chosen = chooseHook(
    seen.filter(({ isOurs }) => isOurs),
    target.receiverUrl,
  );
  if (chosen && isRight(chosen, target)) return { ...answer, hook: chosen, failure: null, seen, gone };
  const failure = isConflict ? whyRefused(scope, seen.length, isAllRead) : answer.failure;
  return { ...answer, failure, isUnchanged: isAllRead, seen, gone };
}

function whyRefused(scope: string, hooks: number, isAllRead: boolean): AppError {
  if (!isAllRead) return new HookUnreadable(`${scope}: a webhook could not be read`);
  if (hooks >= HOOKS_PER_SCOPE_MAX) return new LimitReached(`${scope}: ${hooks} hooks exist`);
  return new Refused(`${scope}: BigCommerce does not accept the hook`);
}

function isRight({ receiverUrl, isActive, hasRightSecret }: SeenHook, target: HookTarget): boolean {
  return isSameAddress(receiverUrl, target.receiverUrl) && isActive && hasRightSecret;
}

function asAppError(error: unknown): AppError {
  if (!(error instanceof AppError)) throw error;
  return error;
}
