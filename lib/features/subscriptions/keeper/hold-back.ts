import type { HookPlan } from "#lib/features/subscriptions/plan.ts";
import type { SeenHook, Subscription } from "#lib/features/subscriptions/records.ts";
import { holdOf, type Hold, type KeptStore } from "./hold.ts";
import type { OwnFault } from "./own-fault.ts";

/** What decides how much of a plan the keeper carries out by itself. */
export interface KeeperFacts {
  store: KeptStore;
  subscriptions: readonly Subscription[];
  hooks: readonly SeenHook[];
  /** The app's own failures before a hook was switched off; null when there were none. */
  faultBefore(offAt: Date): OwnFault | null;
}

/**
 * The part of a plan that the keeper applies by itself. It never holds back a person, nor what a person began:
 * the first hook of what was turned on, the removal of what was turned off, the change to a renewed secret. Pure.
 */
export function holdBack(
  plan: HookPlan,
  { store, subscriptions, hooks, faultBefore }: KeeperFacts,
  now: Date,
): HookPlan {
  const rows = new Map(subscriptions.map((row) => [row.scope, row]));
  const byId = new Map(hooks.map((hook) => [hook.id, hook]));
  const held = (scope: string, hook?: SeenHook): Hold | null => {
    const row = rows.get(scope);
    const fault = hook?.updatedAt && !hook.isActive ? faultBefore(hook.updatedAt) : null;
    return row ? holdOf(row, store, fault, now) : null;
  };
  const isTellingOnly = (scope: string) => held(scope)?.why === "telling_only";

  return {
    ...plan,
    create: plan.create.filter(({ scope }) => !held(scope)),
    update: plan.update.flatMap((entry) => {
      const hook = byId.get(entry.hookId);
      const { isActive, ...rest } = entry.patch;
      // The old secret ends for all hooks at once, whoever is to be told of what.
      const isRenewal = hook?.hasPreviousSecret === true && rest.receiverUrl === undefined;
      if (isTellingOnly(entry.scope) && !isRenewal) return [];
      if (!held(entry.scope, hook) || (!isActive && rest.receiverUrl === undefined)) return [entry];
      // One that may not be brought home now stays where it is; a header may be set without switching on.
      return rest.receiverUrl === undefined ? [{ ...entry, patch: rest }] : [];
    }),
    enable: plan.enable.filter(({ scope, hookId }) => {
      const hook = byId.get(hookId);
      return hook?.isActive ? !isTellingOnly(scope) : !held(scope, hook);
    }),
    remove: plan.remove.filter(({ scope, doubles }) =>
      doubles ? !store.isTellingOnly : !rows.get(scope)?.isWanted || !isTellingOnly(scope),
    ),
  };
}
