import { coveringWildcards } from "#lib/catalogue/catalogue.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";
import type { HookId } from "#lib/ids.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { receiverUrlOf, isSameAddress } from "#lib/features/receiver/addresses.ts";

/** Whether a merchant wants one scope. */
export interface Wanted {
  scope: string;
  isWanted: boolean;
}

/** What every hook of a store has to look like. */
export interface HookTarget {
  receiverUrl: string;
  /** Every address at which the app hears of this store: what delivers there is ours. */
  addresses: readonly string[];
  /** All headers that a hook carries. */
  headers: Record<string, string>;
  /** What the secret header held before, while the secret is renewed; null otherwise. */
  previousSecret: string | null;
}

/** What the plan looks at in a hook. */
export interface PlannableHook {
  id: HookId;
  scope: string;
  receiverUrl: string;
  isActive: boolean;
  hasRightSecret: boolean;
  /** It carries the secret from before a renewal: events arrive, and it is to change to the new one. */
  hasPreviousSecret: boolean;
  /**
   * This installation of the app made it, or it delivers to us: the same app may run elsewhere, for the same store and
   * under the same client id, and what that made is not ours to change.
   */
  isOurs: boolean;
}

/** Fields of a hook that an update sets; the others stay. */
export interface HookPatch {
  receiverUrl?: string;
  headers?: Record<string, string>;
  isActive?: true;
}

interface Entry {
  scope: string;
  reason: Sentence;
}
interface EntryOfHook extends Entry {
  hookId: HookId;
}

/** The difference between what is wanted and what exists, as actions at BigCommerce. */
export interface HookPlan {
  create: Entry[];
  update: (EntryOfHook & { patch: HookPatch })[];
  enable: EntryOfHook[];
  /** `doubles` names what a wildcard brings a second time. */
  remove: (EntryOfHook & { doubles?: string[] })[];
  keep: { scope: string; hookId: HookId }[];
  /** Scopes that nothing is done for, because BigCommerce has a hook of them that cannot be read. */
  unread: string[];
}

const RENEWED = plainSentence("secret_renewed");

/** The address and the headers of a store's hooks. @param otherAddress Where the app hears of failed deliveries. */
export function hookTarget(
  appUrl: string,
  storeHash: string,
  webhookSecret: string,
  previousSecret: string | null = null,
  otherAddress: string | null = null,
): HookTarget {
  const headers = { [SECRET_HEADER]: webhookSecret };
  const receiverUrl = receiverUrlOf(appUrl, storeHash);
  const addresses = otherAddress === null ? [receiverUrl] : [receiverUrl, otherAddress];
  return { receiverUrl, addresses, headers, previousSecret };
}

/**
 * What must change at BigCommerce for `actual` to become what is wanted. A hook of a scope that no one ever chose
 * is a stray and stays; the hook of a scope that was turned off is removed. A second hook of a wanted scope is removed when it
 * delivers to our own address, where each event would arrive twice; so is a wildcard that no one chose. Hooks that
 * another installation of this app made are left alone. A plan that was applied and is made again keeps everything.
 * Pure: no clock, network or database.
 * @param unread Scopes with a hook that could not be read: none is made beside it, and it is not removed.
 */
export function planHooks(
  wanted: readonly Wanted[],
  actual: readonly PlannableHook[],
  target: HookTarget,
  unread: ReadonlySet<string> = new Set(),
): HookPlan {
  const plan: HookPlan = { create: [], update: [], enable: [], remove: [], keep: [], unread: [] };
  const ours = actual.filter(({ isOurs }) => isOurs);
  const byScope = Map.groupBy(ours, ({ scope }) => scope);
  for (const { scope, isWanted } of wanted) {
    const hooks = byScope.get(scope) ?? [];
    if (unread.has(scope) && (!isWanted || hooks.length === 0)) plan.unread.push(scope);
    else if (isWanted) planWanted(plan, scope, hooks, target);
    else
      plan.remove.push(
        ...hooks.map(({ id }) => ({ scope, hookId: id, reason: plainSentence("hook_unwanted") })),
      );
  }
  planWildcards(plan, wanted, ours, target);
  planRenewal(plan, ours, target);
  return plan;
}

/** The part of a plan that concerns some scopes, with the wildcards that bring one of them a second time. Pure. */
export function onlyScopes(plan: HookPlan, scopes: ReadonlySet<string>): HookPlan {
  const among = ({ scope }: { scope: string }) => scopes.has(scope);
  return {
    create: plan.create.filter(among),
    update: plan.update.filter(among),
    enable: plan.enable.filter(among),
    remove: plan.remove.filter((entry) => among(entry) || entry.doubles?.some((scope) => scopes.has(scope))),
    keep: plan.keep.filter(among),
    unread: plan.unread.filter((scope) => scopes.has(scope)),
  };
}

/** Every scope for which a plan does or keeps something, once. Pure. */
export function scopesOf({ create, update, enable, remove, keep }: HookPlan): string[] {
  const entries = [...create, ...update, ...enable, ...remove, ...keep];
  return [...new Set(entries.map(({ scope }) => scope))];
}

/** A wildcard that no one chose is removed where it brings what is turned on one by one. */
function planWildcards(
  plan: HookPlan,
  wanted: readonly Wanted[],
  ours: readonly PlannableHook[],
  { receiverUrl }: HookTarget,
): void {
  const chosen = new Set(wanted.map(({ scope }) => scope));
  const wantedScopes = wanted.filter(({ isWanted }) => isWanted).map(({ scope }) => scope);
  const strays = ours.filter(
    (hook) => hook.scope.endsWith("*") && !chosen.has(hook.scope) && reaches(hook, receiverUrl),
  );
  for (const { id, scope } of strays) {
    const doubles = wantedScopes.filter((each) => coveringWildcards(each).includes(scope));
    const reason = plainSentence("hook_brings_doubles");
    if (doubles.length > 0) plan.remove.push({ scope, hookId: id, reason, doubles });
  }
}

/** Every other hook with the old secret changes to the new one too, or its events would be refused once the old one ends. */
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
  const chosen = chooseHook(hooks, target.receiverUrl);
  if (!chosen) {
    plan.create.push({ scope, reason: plainSentence("hook_missing") });
    return;
  }
  const { id: hookId, isActive } = chosen;
  const patch = patchFor(chosen, target);
  if (patch) {
    const reason = patch.receiverUrl
      ? plainSentence("hook_elsewhere")
      : chosen.hasPreviousSecret
        ? RENEWED
        : plainSentence("hook_without_secret");
    plan.update.push({ scope, hookId, patch: isActive ? patch : { ...patch, isActive: true }, reason });
  } else if (!isActive) {
    plan.enable.push({ scope, hookId, reason: plainSentence("hook_off") });
  } else {
    plan.keep.push({ scope, hookId });
  }
  for (const { id } of doublesOf(chosen, hooks, target.receiverUrl)) {
    plan.remove.push({ scope, hookId: id, reason: plainSentence("hook_doubled") });
  }
}

/**
 * The hook of a scope that serves, or is nearest to serving, a subscription: the one that is already right before the
 * one that needs a change, the oldest of equals.
 */
export function chooseHook<H extends PlannableHook>(hooks: readonly H[], receiverUrl: string): H | undefined {
  const distance = (hook: H) =>
    (hook.receiverUrl === receiverUrl ? 0 : 4) +
    (reaches(hook, receiverUrl) ? 0 : 8) +
    (hook.hasRightSecret ? 0 : 2) +
    (hook.isActive ? 0 : 1);
  return hooks.toSorted((one, other) => distance(one) - distance(other) || one.id - other.id)[0];
}

/** Hooks beside the chosen one that bring each event to our address once more. */
export function doublesOf<H extends PlannableHook>(chosen: H, hooks: readonly H[], receiverUrl: string): H[] {
  return hooks.filter((hook) => hook.id !== chosen.id && reaches(hook, receiverUrl));
}

/** Whether deliveries of a hook come to our address, however it is spelt. */
export function reaches({ receiverUrl }: Pick<PlannableHook, "receiverUrl">, ours: string): boolean {
  return isSameAddress(receiverUrl, ours);
}

function patchFor(hook: PlannableHook, { receiverUrl, headers }: HookTarget): HookPatch | null {
  // Whether BigCommerce replaces or merges headers is not documented, so a change always carries all of them.
  if (!reaches(hook, receiverUrl)) return { receiverUrl, headers };
  return hook.hasRightSecret ? null : { headers };
}
