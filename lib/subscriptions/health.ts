import type { Health, Remedy, Verdict } from "#lib/contract/subscriptions.ts";
import { sentenceOf } from "./errors.ts";
import { chooseHook, doublesOf } from "./plan.ts";
import type { BlockedDomain, SeenHook } from "./records.ts";
import type { StoreClock } from "./store-clock.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Source: BigCommerce docs, Webhooks overview (a new hook can take up to one minute to start working). */
const WARM_UP_MS = MINUTE_MS;
/** Source: BigCommerce docs, Webhooks overview (90 days of inactivity deactivate a hook). */
const QUIET_DAYS_MAX = 90;
/** Early enough for a person to act before the 90 days are over. */
const QUIET_DAYS_WARNING = 75;

/** Everything that the verdict on one subscription depends on. */
export interface HealthFacts {
  /** What a merchant said; null when nobody ever did. */
  subscription: {
    isWanted: boolean;
    changedAt: Date;
    changedBy: string | null;
    failure: string | null;
  } | null;
  /** Hooks of this scope, wherever they deliver. */
  hooks: readonly SeenHook[];
  /** Our address for this store. */
  destination: string;
  /** Title of the wanted and working wildcard that covers this scope, if any. */
  coveredBy: string | null;
  lastEventAt: Date | null;
}

/** What is the same for all subscriptions of a store. */
export interface StoreFacts {
  needsReauthorisation: boolean;
  /** When the hooks of the present installation were last read; null before. */
  checkedAt: Date | null;
  checkFailure: string | null;
  blockedDomains: readonly BlockedDomain[];
  clock: StoreClock;
}

/**
 * How a subscription is doing, in words, with what mends it. The gravest reason comes first: what hides the truth
 * (no access, never read), then what keeps events away, then what brings them twice, then what may happen. Pure.
 */
export function healthOf(facts: HealthFacts, store: StoreFacts, now: Date): Health {
  const { subscription, coveredBy } = facts;
  if (!subscription?.isWanted) return unwantedHealth(facts, store);
  if (store.needsReauthorisation) {
    return health("needs_reauthorisation", "The store has to accept this app again.", "reopen_app", null);
  }
  const { hooks, destination } = facts;
  const hook = chooseHook(hooks, destination);
  if (!hook) return absentHealth(subscription, store);
  const broken = brokenHealth(hook, facts, store, now);
  if (broken) return broken;
  if (doublesOf(hook, hooks, destination).length > 0) {
    const count = doublesOf(hook, hooks, destination).length + 1;
    const sentence = `BigCommerce has ${count} webhooks for this event type. Each event arrives ${times(count)}.`;
    return health("doubled", sentence, "remove_double", null);
  }
  if (coveredBy !== null) {
    return health(
      "overlaps_wildcard",
      `Covered by ${coveredBy}. Each event arrives twice.`,
      "turn_off",
      null,
    );
  }
  return workingHealth(hook, facts, store, now);
}

function unwantedHealth({ subscription, coveredBy }: HealthFacts, { clock }: StoreFacts): Health {
  if (coveredBy !== null) return health("off_by_merchant", `Covered by ${coveredBy}.`, null, null);
  if (!subscription?.changedBy) return health("off_by_merchant", "Not turned on.", null, null);
  const { changedBy, changedAt } = subscription;
  return health("off_by_merchant", `Turned off by ${changedBy} on ${clock.day(changedAt)}.`, null, changedAt);
}

function absentHealth(
  { changedAt, failure }: { changedAt: Date; failure: string | null },
  store: StoreFacts,
): Health {
  const { checkedAt, checkFailure } = store;
  if (failure === "HOOK_LIMIT_REACHED") return health("over_limit", sentenceOf(failure), "check", null);
  if (checkedAt === null && checkFailure !== null)
    return health("unknown", sentenceOf(checkFailure), "check", null);
  if (checkedAt === null || (changedAt > checkedAt && failure === null)) {
    return health("starting", "It is being turned on at BigCommerce.", null, null);
  }
  const why =
    failure === null ? "BigCommerce no longer has this webhook." : `Not there yet. ${sentenceOf(failure)}`;
  return health("missing", why, "reregister", failure === null ? checkedAt : null);
}

/** What keeps the events of an existing hook from arriving; null when nothing does. */
function brokenHealth(hook: SeenHook, facts: HealthFacts, store: StoreFacts, now: Date): Health | null {
  const { destination, lastEventAt } = facts;
  const { clock, blockedDomains } = store;
  if (hook.destination !== destination) {
    const sentence = "BigCommerce sends these events to another address of this app.";
    return health("wrong_address", sentence, "repair", null);
  }
  if (!hook.hasRightSecret && !hook.hasPreviousSecret) {
    return health("wrong_secret", "Events arrive without the agreed secret.", "repair", null);
  }
  if (!hook.isActive) {
    return health("off_by_bigcommerce", offSentence(hook, lastEventAt, clock), "turn_on", hook.updatedAt);
  }
  const blocked = blockedDomains.find(
    (domain) => domain.until > now && hostOf(domain.destination) === hostOf(destination),
  );
  if (blocked) {
    const sentence = `BigCommerce pauses deliveries until ${clock.time(blocked.until)} because too many failed.`;
    return health("blocked", sentence, "check", null);
  }
  return null;
}

function offSentence(hook: SeenHook, lastEventAt: Date | null, clock: StoreClock): string {
  // BigCommerce names no reason. "inactive" is taken to mean that a call, not BigCommerce, switched it off.
  const day = clock.day(hook.updatedAt);
  if (hook.status === "inactive") return `Switched off at BigCommerce on ${day}, though it is wanted here.`;
  const quietSince = Math.max(lastEventAt?.getTime() ?? 0, hook.createdAt.getTime());
  const isQuiet = hook.updatedAt.getTime() - quietSince >= (QUIET_DAYS_MAX - 1) * DAY_MS;
  if (isQuiet) return `Switched off by BigCommerce on ${day} after ${QUIET_DAYS_MAX} days without an event.`;
  return `Switched off by BigCommerce on ${day} because deliveries failed for 48 hours.`;
}

function workingHealth(hook: SeenHook, facts: HealthFacts, store: StoreFacts, now: Date): Health {
  const { lastEventAt } = facts;
  const { clock } = store;
  const lastSignMs = Math.max(
    lastEventAt?.getTime() ?? 0,
    hook.createdAt.getTime(),
    hook.updatedAt.getTime(),
  );
  if (now.getTime() - lastSignMs >= QUIET_DAYS_WARNING * DAY_MS) {
    const end = clock.day(new Date(lastSignMs + QUIET_DAYS_MAX * DAY_MS));
    const sentence = `Without an event until ${end} BigCommerce switches it off. It is then turned on again.`;
    return health("going_quiet", sentence, null, new Date(lastSignMs));
  }
  const hasEvent = lastEventAt !== null && lastEventAt >= hook.createdAt;
  if (!hasEvent && now.getTime() - hook.createdAt.getTime() < WARM_UP_MS) {
    return health("starting", "First events can take a minute.", null, hook.createdAt);
  }
  if (lastEventAt !== null)
    return health("receiving", `Last event ${clock.moment(lastEventAt)}.`, null, hook.createdAt);
  const sentence = `On since ${clock.day(hook.createdAt)}. No event of this type has happened yet.`;
  return health("waiting", sentence, null, hook.createdAt);
}

function hostOf(destination: string): string {
  return (URL.parse(destination)?.host ?? destination).toLowerCase();
}

function times(count: number): string {
  return count === 2 ? "twice" : `${count} times`;
}

function health(verdict: Verdict, sentence: string, remedy: Remedy | null, since: Date | null): Health {
  return { verdict, sentence, remedy, since: since?.toISOString() ?? null };
}
