import type { StoreApi } from "#lib/platform/bigcommerce/client.ts";
import { Refused, ServerFault, TimedOut, Unreachable } from "#lib/platform/bigcommerce/errors.ts";
import { getHook, listHooks } from "#lib/platform/bigcommerce/hooks.ts";
import type { Hook } from "#lib/platform/bigcommerce/shapes.ts";
import { AppError } from "#lib/errors.ts";
import type { HookId } from "#lib/ids.ts";
import { HookUnreadable, LimitReached } from "./errors.ts";
import { isSameAddress } from "#lib/features/receiver/addresses.ts";
import { chooseHook, type HookTarget } from "./plan.ts";
import { seenHook } from "./read.ts";
import type { SeenHook } from "./records.ts";

/** Source: BigCommerce docs, Webhooks overview (at most 10 hooks for a store, client and scope). */
const HOOKS_PER_SCOPE_MAX = 10;

/** Where hooks are read again, and what is known of them, which is kept up to date. */
export interface KnownThere {
  api: StoreApi;
  target: HookTarget;
  hooks: Map<HookId, SeenHook>;
}

/** A call that had no answer, and may have been carried out all the same. */
export function isSilence(error: AppError): boolean {
  return error instanceof ServerFault || error instanceof TimedOut || error instanceof Unreachable;
}

/** A hook as it is now; null when that cannot be told. */
export async function verifyHook(hookId: HookId, there: KnownThere): Promise<SeenHook | null> {
  try {
    return know(await getHook(there.api, hookId), there);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return null;
  }
}

/**
 * The hook that a call without an answer made after all; null when there is none, or no one can tell.
 * @param isUndone Called when there is none.
 */
export async function findMade(
  scope: string,
  there: KnownThere,
  isUndone: () => void,
): Promise<SeenHook | null> {
  try {
    return await settle(scope, there, isUndone);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return null;
  }
}

/** Keeps what BigCommerce says of a hook. @param isMade This installation just made it. */
export function know(hook: Hook, { hooks, target }: KnownThere, isMade = false): SeenHook {
  const seen = seenHook(hook, target, isMade || hooks.get(hook.id)?.isOurs === true);
  hooks.set(seen.id, seen);
  return seen;
}

/** Whether a hook is as it should be. Pure. */
export function isRight(
  { receiverUrl, isActive, hasRightSecret }: SeenHook,
  { target }: KnownThere,
): boolean {
  return isSameAddress(receiverUrl, target.receiverUrl) && isActive && hasRightSecret;
}

/**
 * Learns what a conflict meant by reading the scope again: all is well when a right hook is there after all. An earlier
 * try without an answer may have made it.
 * @param isUndone Called when none is there.
 * @throws {LimitReached | Refused | HookUnreadable}
 */
export async function settle(scope: string, there: KnownThere, isUndone: () => void): Promise<SeenHook> {
  const { api, target, hooks } = there;
  const list = await listHooks(api, scope);
  const listed = list.hooks.filter((hook) => hook.scope === scope);
  const isAllRead = list.isWhole && list.unreadable.length === 0;
  const existing = listed.map((hook) => know(hook, there));
  const listedIds = new Set(listed.map(({ id }) => id));
  const gone = [...hooks.values()].filter((hook) => hook.scope === scope && !listedIds.has(hook.id));
  if (isAllRead) for (const { id } of gone) hooks.delete(id);
  const ours = existing.filter(({ isOurs }) => isOurs);
  const chosen = chooseHook(ours, target.receiverUrl);
  if (chosen && isRight(chosen, there)) return chosen;
  if (!isAllRead) throw new HookUnreadable(`${scope}: a webhook could not be read`);
  isUndone();
  if (existing.length >= HOOKS_PER_SCOPE_MAX)
    throw new LimitReached(`${scope}: ${existing.length} hooks exist`);
  throw new Refused(`${scope}: BigCommerce does not accept the hook`);
}
