import type { Person } from "#lib/features/audit/entry.ts";
import { INTERACTIVE } from "#lib/platform/bigcommerce/retry.ts";
import type { HookRemoved } from "#lib/contract/subscriptions.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";
import type { StoreHash } from "#lib/ids.ts";
import { applyPlan } from "./apply.ts";
import { CheckRunning, HookNotFound } from "./errors.ts";
import { LOCK_WAIT_MS, readAndSave, storeAtBigCommerce } from "./reconcile.ts";
import { saveSeenHooks } from "./records.ts";
import { asOnlyCheck } from "#lib/features/stores/locks.ts";
import { actionLogOf } from "./action-log.ts";

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
    const reading = await readAndSave(store, now);
    const hook = reading.hooks.find((each) => String(each.id) === id && !each.isOurs);
    if (!hook) throw new HookNotFound(`store ${hash} has no hook ${id} of another installation`);
    const { scope, id: hookId } = hook;
    const remove = [{ scope, hookId, reason: plainSentence("hook_of_others") }];
    const { hooks, failures } = await applyPlan(
      { create: [], update: [], enable: [], remove, keep: [], unread: [] },
      reading.hooks,
      { ...store, actionLog: actionLogOf(hash, by, now) },
    );
    await saveSeenHooks(hash, { ...reading, hooks, blockedDomains: null }, now);
    for (const failure of failures.values()) throw failure;
    return { id };
  });
  if (!done) throw new CheckRunning(`store ${hash} is being checked`);
  return done.result;
}
