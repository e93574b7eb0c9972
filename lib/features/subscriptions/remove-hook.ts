import type { Person } from "#lib/features/audit/entry.ts";
import { INTERACTIVE } from "#lib/platform/bigcommerce/retry.ts";
import type { HookRemoved } from "#lib/contract/subscriptions.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";
import type { StoreHash } from "#lib/ids.ts";
import { CheckRunning, HookNotFound } from "./errors.ts";
import { readAndSave, storeAtBigCommerce } from "./read.ts";
import { applyPlan, LOCK_WAIT_MS } from "./reconcile.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import { failuresOf } from "./steps.ts";

/**
 * Removes a hook that another installation of this app made, because a person says so: nothing else does. Its own hooks go
 * with what is turned off.
 * @throws {HookNotFound | CheckRunning | StoreUninstalled} and the errors of `lib/platform/bigcommerce/errors.ts`.
 */
export async function removeHookOfOthers(
  hash: StoreHash,
  id: string,
  { by, now }: { by: Person; now: Date },
): Promise<HookRemoved> {
  const store = await storeAtBigCommerce(hash, INTERACTIVE);
  const done = await asOnlyCheck(hash, LOCK_WAIT_MS, async () => {
    const seen = await readAndSave(store, now);
    const hook = seen.hooks.find((each) => String(each.id) === id && !each.isOurs);
    if (!hook) throw new HookNotFound(`store ${hash} has no hook ${id} of another installation`);
    const remove = [{ scope: hook.scope, hookId: hook.id, reason: plainSentence("hook_of_others") }];
    const plan = { create: [], update: [], enable: [], remove, keep: [], unread: [] };
    const results = await applyPlan(plan, seen, { store, by, now });
    for (const failure of failuresOf(results).values()) throw failure;
    return { id };
  });
  if (!done) throw new CheckRunning(`store ${hash} is being checked`);
  return done.result;
}
