import type { HookId } from "#lib/ids.ts";
import { SECRET_HEADER } from "#lib/webhooks/secret-header.ts";

/** What a merchant says about one scope. */
export interface Wish {
  scope: string;
  isWanted: boolean;
}

/** What every hook of a store has to look like. */
export interface HookTarget {
  destination: string;
  /** All headers that a hook carries. */
  headers: Record<string, string>;
  /** What the secret header held before, while the secret is renewed; null otherwise. */
  previousSecret: string | null;
}

/** What the plan looks at in a hook. */
export interface PlannableHook {
  id: HookId;
  scope: string;
  destination: string;
  isActive: boolean;
  hasRightSecret: boolean;
  /** It carries the secret from before a renewal: events arrive, and it is to change to the new one. */
  hasPreviousSecret: boolean;
}

/** Fields of a hook that an update sets; the others stay. */
export interface HookPatch {
  destination?: string;
  headers?: Record<string, string>;
  isActive?: true;
}

interface Entry {
  scope: string;
  /** One sentence for a person. */
  reason: string;
}
interface EntryOfHook extends Entry {
  hookId: HookId;
}

/** The difference between what is wanted and what exists, as actions at BigCommerce. */
export interface HookPlan {
  create: Entry[];
  update: (EntryOfHook & { patch: HookPatch })[];
  enable: EntryOfHook[];
  remove: EntryOfHook[];
  keep: { scope: string; hookId: HookId }[];
}

const RENEWED = "The webhook secret of this store was renewed.";

/** The address and the headers of a store's hooks. */
export function hookTarget(
  appUrl: string,
  storeHash: string,
  webhookSecret: string,
  previousSecret: string | null = null,
): HookTarget {
  const headers = { [SECRET_HEADER]: webhookSecret };
  return { destination: destinationOf(appUrl, storeHash), headers, previousSecret };
}

/** The address to which a store's hooks deliver. */
export function destinationOf(appUrl: string, storeHash: string): string {
  return `${appUrl}/api/webhooks/${storeHash}`;
}

/**
 * What must change at BigCommerce for `actual` to become what is wished for. A hook of a scope that nobody ever chose
 * is a stray and stays; one of a scope that was turned off goes. A second hook of a wanted scope goes when it delivers
 * to our own address, where each event would arrive twice. Carried out and planned again, all is kept.
 * Pure: no clock, network or database.
 */
export function planHooks(
  wishes: readonly Wish[],
  actual: readonly PlannableHook[],
  target: HookTarget,
): HookPlan {
  const plan: HookPlan = { create: [], update: [], enable: [], remove: [], keep: [] };
  const byScope = Map.groupBy(actual, ({ scope }) => scope);
  for (const { scope, isWanted } of wishes) {
    const hooks = byScope.get(scope) ?? [];
    if (isWanted) planWanted(plan, scope, hooks, target);
    else
      plan.remove.push(...hooks.map(({ id }) => ({ scope, hookId: id, reason: "It was turned off here." })));
  }
  planRenewal(plan, actual, target);
  return plan;
}

/** Whatever else carries the old secret changes to the new one too, or its events would be refused once that ends. */
function planRenewal(plan: HookPlan, actual: readonly PlannableHook[], { headers }: HookTarget): void {
  const planned = new Set([...plan.update, ...plan.remove].map(({ hookId }) => hookId));
  for (const { id, scope, hasPreviousSecret } of actual) {
    if (hasPreviousSecret && !planned.has(id))
      plan.update.push({ scope, hookId: id, patch: { headers }, reason: RENEWED });
  }
}

function planWanted(
  plan: HookPlan,
  scope: string,
  hooks: readonly PlannableHook[],
  target: HookTarget,
): void {
  const chosen = chooseHook(hooks, target.destination);
  if (!chosen) {
    plan.create.push({ scope, reason: "BigCommerce does not have this webhook." });
    return;
  }
  const { id: hookId, isActive } = chosen;
  const patch = patchFor(chosen, target);
  if (patch) {
    const reason = patch.destination
      ? "BigCommerce sends these events to another address of this app."
      : chosen.hasPreviousSecret
        ? RENEWED
        : "Events arrive without the agreed secret.";
    plan.update.push({ scope, hookId, patch: isActive ? patch : { ...patch, isActive: true }, reason });
  } else if (!isActive) {
    plan.enable.push({ scope, hookId, reason: "It is switched off at BigCommerce." });
  } else {
    plan.keep.push({ scope, hookId });
  }
  for (const { id } of doublesOf(chosen, hooks, target.destination)) {
    plan.remove.push({ scope, hookId: id, reason: "BigCommerce has a second webhook for this event type." });
  }
}

/**
 * The hook of a scope that serves, or is nearest to serving, a subscription: the one that is already right before the
 * one that needs a change, the oldest of equals.
 */
export function chooseHook<H extends PlannableHook>(hooks: readonly H[], destination: string): H | undefined {
  const distance = (hook: H) =>
    (hook.destination === destination ? 0 : 4) +
    (reaches(hook, destination) ? 0 : 8) +
    (hook.hasRightSecret ? 0 : 2) +
    (hook.isActive ? 0 : 1);
  return hooks.toSorted((one, other) => distance(one) - distance(other) || one.id - other.id)[0];
}

/** Hooks beside the chosen one that bring each event to our address once more. */
export function doublesOf<H extends PlannableHook>(chosen: H, hooks: readonly H[], destination: string): H[] {
  return hooks.filter((hook) => hook.id !== chosen.id && reaches(hook, destination));
}

/** Whether deliveries of a hook come to our address, however it is spelt. */
function reaches({ destination }: PlannableHook, ours: string): boolean {
  return addressOf(destination) === addressOf(ours);
}

function addressOf(destination: string): string {
  const url = URL.parse(destination);
  return url ? `${url.host}${url.pathname.replace(/\/+$/, "")}` : destination;
}

function patchFor(hook: PlannableHook, { destination, headers }: HookTarget): HookPatch | null {
  // Whether BigCommerce replaces or merges headers is not documented, so a change always carries all of them.
  if (hook.destination !== destination) return { destination, headers };
  return hook.hasRightSecret ? null : { headers };
}
