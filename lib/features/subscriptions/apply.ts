import { NotFound } from "#lib/platform/bigcommerce/errors.ts";
import { createHook, type HookFields, removeHook, updateHook } from "#lib/platform/bigcommerce/hooks.ts";
import type { StoreApi } from "#lib/platform/bigcommerce/client.ts";
import { AppError } from "#lib/errors.ts";
import type { HookPatch, HookTarget } from "./plan.ts";
import { seenAgain, seenHook, type StoreAtBigCommerce } from "./read.ts";
import type { SeenHook } from "./records.ts";
import { type Answer, isInDoubt, type Step } from "./steps.ts";

/**
 * Makes the one call of a step at BigCommerce. Repeatable: a hook that is gone already counts as removed.
 * @param known The hooks of the step's scope.
 * @throws only what is no `AppError`; that is in the answer.
 */
export async function applyStep(
  step: Step,
  known: readonly SeenHook[],
  { api, target }: Pick<StoreAtBigCommerce, "api" | "target">,
): Promise<Answer> {
  let status: number | null = null;
  const heard = api.hearing((answered) => {
    status = answered;
  });
  try {
    const hook = await callFor(step, known, heard, target);
    const seen = hook ? [hook] : [];
    const gone = step.do === "remove" ? [step.hookId] : [];
    return { status, hook, failure: null, isUnchanged: false, seen, gone };
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    return { status, hook: null, failure, isUnchanged: !isInDoubt(step, failure), seen: [], gone: [] };
  }
}

async function callFor(
  step: Step,
  known: readonly SeenHook[],
  api: StoreApi,
  target: HookTarget,
): Promise<SeenHook | null> {
  switch (step.do) {
    case "create": {
      const { receiverUrl, headers } = target;
      const made = await createHook(api, { scope: step.scope, destination: receiverUrl, headers });
      // The guides print an answer without headers; those that were sent are the ones it has.
      return seenHook({ ...made, headers }, target, true);
    }
    case "update": {
      const { headers } = step.patch;
      const changed = await updateHook(api, step.hookId, hookFields(step.patch));
      return seenAgain(headers ? { ...changed, headers } : changed, known, target);
    }
    case "remove":
      await removeHook(api, step.hookId).catch(unlessGone);
      return null;
  }
}

/** A patch in BigCommerce's words. */
function hookFields({ receiverUrl, ...rest }: HookPatch): Partial<HookFields> {
  return receiverUrl === undefined ? rest : { ...rest, destination: receiverUrl };
}

function unlessGone(error: unknown): void {
  if (!(error instanceof NotFound)) throw error;
}
