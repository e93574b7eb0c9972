import { checkHealth } from "#lib/features/health/check.ts";
import type { StoreHash } from "#lib/ids.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { figuresByScope } from "#lib/features/subscriptions/figures.ts";
import { type KnownHook, type SeenHook, type Subscription } from "#lib/features/subscriptions/records.ts";
import { lastEventTimes } from "#lib/features/events/records.ts";
import type { KeeperFacts } from "./hold-back.ts";
import { type OwnFault, ownFaultBefore, refusalsFrom } from "./own-fault.ts";
import { ownRefusals } from "./records.ts";
import { mayAnyBeQuiet } from "./renewals.ts";

/** What decides how much of a plan the keeper applies by itself now. Reads only. */
export async function keeperFacts(
  hash: StoreHash,
  subscriptions: readonly Subscription[],
  hooks: readonly SeenHook[],
  receiverUrl: string,
  now: Date,
): Promise<KeeperFacts> {
  const [store, faultBefore] = await Promise.all([findStore(hash), ownFaults(hash, hooks, now)]);
  const isTellingOnly = store?.isTellingOnly ?? false;
  return { store: { isTellingOnly, receiverUrl }, subscriptions, hooks, faultBefore };
}

/** When the last event of each scope came. Reads only; of the events only when a hook may be quiet, and is empty otherwise. */
export async function lastEventsOfQuiet(
  hash: StoreHash,
  known: readonly KnownHook[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  if (!mayAnyBeQuiet(known, now)) return new Map();
  const figures = figuresByScope([], await lastEventTimes(hash), now);
  return new Map(
    [...figures].flatMap(([scope, { lastEventAt }]) => (lastEventAt ? [[scope, lastEventAt]] : [])),
  );
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
