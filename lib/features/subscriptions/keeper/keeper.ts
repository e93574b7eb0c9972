import { checkHealth } from "#lib/features/health/check.ts";
import type { StoreHash } from "#lib/ids.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { figuresByScope } from "#lib/features/subscriptions/figures.ts";
import type { HookPlan } from "#lib/features/subscriptions/plan.ts";
import { type KnownHook, type SeenHook, type Subscription } from "#lib/features/subscriptions/records.ts";
import { lastEventTimes } from "#lib/features/events/records.ts";
import { holdBack } from "./hold-back.ts";
import { type OwnFault, ownFaultBefore, refusalsFrom } from "./own-fault.ts";
import { ownRefusals } from "./records.ts";
import { isGoingQuiet, lastSignMs, withRenewals } from "./renewals.ts";

/** The part of a plan that the keeper carries out by itself now. Reads only. */
export async function keepersPart(
  hash: StoreHash,
  plan: HookPlan,
  facts: { subscriptions: readonly Subscription[]; hooks: readonly SeenHook[]; receiverUrl: string },
  now: Date,
): Promise<HookPlan> {
  const { subscriptions, hooks, receiverUrl } = facts;
  const [store, faultBefore] = await Promise.all([findStore(hash), ownFaults(hash, hooks, now)]);
  const isTellingOnly = store?.isTellingOnly ?? false;
  return holdBack(plan, { store: { isTellingOnly, receiverUrl }, subscriptions, hooks, faultBefore }, now);
}

/** A plan that renews what has been quiet for long. Reads only; of the events only when something may be quiet. */
export async function planWithRenewals(
  hash: StoreHash,
  plan: HookPlan,
  known: readonly KnownHook[],
  now: Date,
): Promise<HookPlan> {
  if (!known.some((hook) => isGoingQuiet(lastSignMs(hook, null), now))) return plan;
  const figures = figuresByScope([], await lastEventTimes(hash), now);
  const lastEvents = new Map([...figures].map(([scope, { lastEventAt }]) => [scope, lastEventAt]));
  return withRenewals(plan, known, lastEvents, now);
}

/** Finds this app's own failures before a hook of a store was switched off. */
export async function ownFaults(
  hash: StoreHash,
  hooks: readonly SeenHook[],
  now: Date,
): Promise<(offAt: Date) => OwnFault | null> {
  const from = refusalsFrom(hooks.flatMap(({ isActive, updatedAt }) => (isActive ? [] : (updatedAt ?? []))));
  const refusals = from === null ? [] : await ownRefusals(hash, from);
  const isWell = refusals.length === 0 || (await checkHealth()).status === "ok";
  return (offAt) => ownFaultBefore(offAt, refusals, isWell, now);
}
