import { CATALOGUE, coveringWildcards, GROUPS } from "#lib/catalogue/catalogue.ts";
import { partsOf, templateOf } from "#lib/catalogue/scope.ts";
import { catalogueWordsHere } from "#lib/messages/here.ts";
import { StoreUninstalled } from "#lib/access.ts";
import { config } from "#lib/config/config.ts";
import type { SubscriptionList, SubscriptionView } from "#lib/contract/subscriptions.ts";
import { EXCEPTION_SCOPE, isExceptionAddress, receiverUrlOf } from "#lib/features/receiver/addresses.ts";
import { eventHours, lastEventTimes } from "#lib/features/events/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { findStore, type Store } from "#lib/features/stores/records.ts";
import { checkFailureView, failureSentence } from "./check-failure.ts";
import { knownFailures, secretRefusedAt } from "./failure-signs.records.ts";
import { failureSign, type KnownFailures } from "./failure-signs.ts";
import { figuresByScope, firstHourOf, type ScopeFigures } from "./figures.ts";
import { healthOf, type StoreFacts } from "./health.ts";
import { ownFaults } from "./keeper/facts.ts";
import { chooseHook, reaches } from "./plan.ts";
import {
  type KnownHook,
  knownHooks,
  readBlockedDomains,
  type Subscription,
  subscriptionsOf,
} from "./records.ts";
import { dueAt } from "#lib/platform/queue/due.ts";
import { isCheckRunning } from "#lib/features/stores/locks.ts";
import { storeClock } from "./store-clock.ts";

/** What the list of subscriptions is made of. */
export interface ListFacts {
  store: Pick<
    Store,
    | "installedAt"
    | "checkedAt"
    | "checkFailure"
    | "checkFailureStatus"
    | "needsReauthorisation"
    | "timezone"
    | "blockedDomains"
    | "isTellingOnly"
    | "unreadableHooks"
  >;
  subscriptions: readonly Subscription[];
  hooks: readonly KnownHook[];
  figures: ReadonlyMap<string, ScopeFigures>;
  receiverUrl: string;
  isCheckRunning: boolean;
  faultBefore: StoreFacts["faultBefore"];
  failures: KnownFailures;
  secretRefusedAt: Date | null;
  /** When a failed check is tried again; null when that is not known. */
  nextCheckAt: Date | null;
}

/**
 * All event types of the catalogue with what is wanted, what exists, how it is doing, and what it brought.
 * @throws {StoreUninstalled} when the store is not known.
 */
export async function subscriptionList(hash: StoreHash, now: Date): Promise<SubscriptionList> {
  const store = await findStore(hash);
  if (!store) throw new StoreUninstalled(`store ${hash} is not known`);
  const [subscriptions, known, hours, lastEvents, isRunning] = await Promise.all([
    subscriptionsOf(hash),
    knownHooks(hash),
    eventHours(hash, firstHourOf(now), 1),
    lastEventTimes(hash),
    isCheckRunning(hash),
  ]);
  // The app keeps its delivery exception webhook by itself.
  const hooks = known.filter(
    ({ scope, receiverUrl }) => scope !== EXCEPTION_SCOPE || !isExceptionAddress(receiverUrl, hash),
  );
  const figures = figuresByScope(hours, lastEvents, now);
  const receiverUrl = receiverUrlOf(config().appUrl, hash);
  const [faultBefore, failures, refusedAt, nextCheckAt] = await Promise.all([
    ownFaults(hash, hooks, now),
    knownFailures(hash, hooks),
    secretRefusedAt(hash, hooks, now),
    store.checkFailure === null ? null : dueAt("watch-store", hash),
  ]);
  const facts = { store, subscriptions, hooks, figures, receiverUrl, isCheckRunning: isRunning };
  const list = listView({ ...facts, faultBefore, failures, secretRefusedAt: refusedAt, nextCheckAt }, now);
  return config().exceptionUrl === null ? list : withoutExceptions(list);
}

/** Where the app hears of failed deliveries at an address of its own, no one can turn that on at another. Pure. */
function withoutExceptions({ groups, ...list }: SubscriptionList): SubscriptionList {
  const withoutIt = groups.map(({ events, ...group }) => ({
    ...group,
    events: events.filter(({ scope }) => scope !== EXCEPTION_SCOPE),
  }));
  return { ...list, groups: withoutIt };
}

/** The list in the shape of the contract. Pure. */
export function listView(facts: ListFacts, now: Date): SubscriptionList {
  const { store, subscriptions, hooks, receiverUrl } = facts;
  // What was read before the present installation is about hooks that are gone.
  const checkedAt = store.checkedAt && store.checkedAt >= store.installedAt ? store.checkedAt : null;
  const checkFailure = store.checkFailure;
  const viewOf = viewer(facts, checkedAt, now);
  const chosen = new Set(subscriptions.map(({ scope }) => scope));
  const scopes = scopesByGroup(subscriptions);
  return {
    groups: GROUPS.map((group) => ({
      id: group.id,
      name: catalogueWordsHere().groupTitle(group),
      events: (scopes.get(group.id) ?? []).map(viewOf),
    })),
    strays: hooks.filter((hook) => isStray(hook, chosen, hooks, receiverUrl)).map(strayView),
    checkedAt: checkedAt?.toISOString() ?? null,
    checkFailure:
      checkFailure === null
        ? null
        : checkFailureView(
            { code: checkFailure, status: store.checkFailureStatus, nextAt: facts.nextCheckAt },
            storeClock(store.timezone),
            now,
          ),
    isChecking: facts.isCheckRunning || (checkedAt === null && checkFailure === null),
    destination: receiverUrl,
    ...(store.isTellingOnly && { isTellingOnly: true }),
    ...(checkedAt !== null && store.unreadableHooks > 0 && { unreadable: store.unreadableHooks }),
  };
}

/** Scopes of each group: the catalogue's, and after each template the channels' that a person chose. */
function scopesByGroup(subscriptions: readonly Subscription[]): Map<string, string[]> {
  const ofChannels = Map.groupBy(
    subscriptions.filter(({ scope }) => partsOf(scope).channelId !== null),
    ({ scope }) => templateOf(scope),
  );
  const groups = new Map<string, string[]>(GROUPS.map(({ id }) => [id, []]));
  for (const { scope, group } of CATALOGUE) {
    const channels = ofChannels.get(scope) ?? [];
    groups.get(group)?.push(scope, ...channels.map((channel) => channel.scope));
  }
  return groups;
}

function viewer(facts: ListFacts, checkedAt: Date | null, now: Date): (scope: string) => SubscriptionView {
  const { store, subscriptions, receiverUrl, figures } = facts;
  const byScope = new Map(subscriptions.map((subscription) => [subscription.scope, subscription]));
  const ours = facts.hooks.filter(({ isOurs }) => isOurs);
  const hooksByScope = Map.groupBy(ours, ({ scope }) => scope);
  const storeFacts: StoreFacts = {
    needsReauthorisation: store.needsReauthorisation,
    checkedAt,
    checkFailure:
      store.checkFailure === null ? null : failureSentence(store.checkFailure, store.checkFailureStatus),
    blockedDomains: readBlockedDomains(store.blockedDomains),
    isTellingOnly: store.isTellingOnly,
    faultBefore: facts.faultBefore,
    failureBefore: (hook) => failureSign(hook, facts.failures),
    secretRefusedAt: facts.secretRefusedAt,
    clock: storeClock(store.timezone),
  };
  const isServing = (scope: string) => {
    const hook = chooseHook(hooksByScope.get(scope) ?? [], receiverUrl);
    return hook?.isActive === true && reaches(hook, receiverUrl);
  };

  return (scope) => {
    const subscription = byScope.get(scope) ?? null;
    const hooks = hooksByScope.get(scope) ?? [];
    const hook = chooseHook(hooks, receiverUrl);
    const serving = coveringWildcards(scope).filter(isServing);
    const wildcard = serving.find((each) => byScope.get(each)?.isWanted) ?? null;
    const [stray = null] = serving.filter((each) => !byScope.has(each));
    // What a wildcard includes is no event of its own while it is off.
    const isOwn = subscription?.isWanted === true || !scope.endsWith("*");
    const { lastEventAt = null, hourly = [] } = (isOwn && figures.get(scope)) || {};
    const coveredBy = wildcard === null ? null : catalogueWordsHere().titleOf(wildcard);
    const events24h = hourly.reduce((sum, events) => sum + events, 0);
    return {
      scope,
      title: catalogueWordsHere().titleWithChannel(scope),
      wanted: subscription?.isWanted ?? false,
      hook: hook ? hookView(hook) : null,
      health: healthOf(
        { subscription, hooks, receiverUrl, coveredBy, doubledBy: stray, lastEventAt },
        storeFacts,
        now,
      ),
      lastEventAt: lastEventAt?.toISOString() ?? null,
      events24h,
      hourly: events24h > 0 ? hourly : [],
      changedAt: subscription?.changedAt.toISOString() ?? null,
      changedBy: subscription?.changedBy ?? null,
      includedBy: wildcard,
      ...(subscription?.isTellingOnly && { isTellingOnly: true }),
    };
  };
}

/** A hook of this app that serves no subscription: of a scope no one chose, or beside the one that serves. */
function isStray(
  hook: KnownHook,
  chosen: ReadonlySet<string>,
  hooks: readonly KnownHook[],
  receiverUrl: string,
): boolean {
  if (!chosen.has(hook.scope)) return true;
  const sameScope = hooks.filter(({ scope, isOurs }) => scope === hook.scope && isOurs);
  return !reaches(hook, receiverUrl) && chooseHook(sameScope, receiverUrl)?.id !== hook.id;
}

function hookView({ id, isActive, status, receiverUrl, createdAt }: KnownHook) {
  return { id: String(id), isActive, status, destination: receiverUrl, createdAt: createdAt.toISOString() };
}

function strayView(hook: KnownHook) {
  return { ...hookView(hook), scope: hook.scope, ...(!hook.isOurs && { isOfOthers: true as const }) };
}
