import type { Health, Remedy, Verdict } from "#lib/contract/subscriptions.ts";
import { SEVERITY_OF, type Severity } from "#lib/contract/values/verdicts.ts";
import { wordsHere } from "#lib/messages/here.ts";
import { sentenceOf } from "#lib/messages/sentences.ts";
import { type Hold, holdOf, type KeptStore, type KeptSubscription } from "./keeper/hold.ts";
import type { OwnFault } from "./keeper/own-fault.ts";
import { isGoingQuiet, lastSignMs, QUIET_DAYS_MAX } from "./keeper/renewals.ts";
import { holdWords } from "./keeper/sentences.ts";
import type { FailureSign } from "./failure-signs.ts";
import { offReason } from "./off-reason.ts";
import { chooseHook, doublesOf, reaches } from "./plan.ts";
import type { BlockedDomain, KnownHook } from "./records.ts";
import type { StoreClock } from "./store-clock.ts";
import { DAY_MS, MINUTE_MS } from "#lib/time.ts";

/** Source: BigCommerce docs, Webhooks overview (a new hook can take up to one minute to start working). */
const WARM_UP_MS = MINUTE_MS;
/** How long BigCommerce sends again what was refused. Source: BigCommerce docs, Webhooks overview. */
const RESENT_MS = 2 * DAY_MS;

/** Everything that the verdict on one subscription depends on. */
export interface HealthFacts {
  /** What a merchant said; null when no one ever did. */
  subscription: WantedFacts | null;
  /** This installation's hooks of this scope, wherever they deliver. */
  hooks: readonly KnownHook[];
  /** Our address for this store. */
  receiverUrl: string;
  /** Title of the wanted and working wildcard that covers this scope, if any. */
  coveredBy: string | null;
  /** A wildcard that no one chose and that brings the same events to us, if any. */
  doubledBy: string | null;
  lastEventAt: Date | null;
}

interface WantedFacts extends KeptSubscription {
  isWanted: boolean;
  changedAt: Date;
  changedBy: string | null;
  failure: string | null;
}

/** What is the same for all subscriptions of a store. */
export interface StoreFacts extends Omit<KeptStore, "receiverUrl"> {
  needsReauthorisation: boolean;
  /** When the hooks of the present installation were last read; null before. */
  checkedAt: Date | null;
  /** Why the last reading failed, as a sentence; null when it worked. */
  checkFailure: string | null;
  blockedDomains: readonly BlockedDomain[];
  /** This app's own failures before a hook was switched off; null when there were none. */
  faultBefore(offAt: Date): OwnFault | null;
  /** What shows that deliveries failed before a hook was turned off; null when nothing does. */
  failureBefore(hook: KnownHook): FailureSign | null;
  /** When the oldest delivery that is still resent was refused because of its secret; null when none was. */
  secretRefusedAt: Date | null;
  clock: StoreClock;
}

/**
 * The health of a subscription as a sentence, with what repairs it. The most serious reason comes first: what hides
 * the truth (no access, never read), then what stops events, then what brings them twice, then what may happen. Pure.
 */
export function healthOf(facts: HealthFacts, store: StoreFacts, now: Date): Health {
  const { subscription, coveredBy } = facts;
  if (!subscription?.isWanted) return unwantedHealth(facts, store);
  if (store.needsReauthorisation) {
    return health("needs_reauthorisation", wordsHere().HEALTH.needsAccess, "reopen_app", null);
  }
  const { hooks, receiverUrl } = facts;
  const hook = chooseHook(hooks, receiverUrl);
  const holdFor = (fault: OwnFault | null) =>
    holdOf(subscription, { isTellingOnly: store.isTellingOnly, receiverUrl }, fault, now);
  if (!hook) return absentHealth(subscription, store, holdFor(null));
  const broken = brokenHealth(hook, facts, store, holdFor, now);
  if (broken) return broken;
  if (doublesOf(hook, hooks, receiverUrl).length > 0) {
    const count = doublesOf(hook, hooks, receiverUrl).length + 1;
    const sentence = wordsHere().HEALTH.doubled(count);
    return held("doubled", sentence, "remove_double", null, onlyNotifying(holdFor(null)), store);
  }
  if (facts.doubledBy !== null) {
    const sentence = wordsHere().HEALTH.doubledBy(facts.doubledBy);
    const hold = store.isTellingOnly ? ({ why: "telling_only" } as const) : null;
    return held("overlaps_wildcard", sentence, "remove_double", null, hold, store);
  }
  if (coveredBy !== null) {
    return health("overlaps_wildcard", wordsHere().HEALTH.overlaps(coveredBy), "turn_off", null);
  }
  return workingHealth(hook, facts, store, onlyNotifying(holdFor(null)), now);
}

/** The number of repairs bounds further repairs and nothing else. */
function onlyNotifying(hold: Hold | null): Hold | null {
  return hold?.why === "telling_only" ? hold : null;
}

function unwantedHealth({ subscription, coveredBy }: HealthFacts, { clock }: StoreFacts): Health {
  const { HEALTH } = wordsHere();
  if (coveredBy !== null) return health("off_by_merchant", HEALTH.coveredBy(coveredBy), null, null);
  if (!subscription?.changedBy) return health("off_by_merchant", HEALTH.notOn, null, null);
  const { changedBy, changedAt } = subscription;
  return health("off_by_merchant", HEALTH.turnedOff(changedBy, clock.day(changedAt)), null, changedAt);
}

function absentHealth({ changedAt, failure }: WantedFacts, store: StoreFacts, hold: Hold | null): Health {
  const { HEALTH } = wordsHere();
  const { checkedAt, checkFailure } = store;
  if (failure === "HOOK_LIMIT_REACHED") return health("over_limit", sentenceOf(failure), "check", null);
  if (checkedAt === null && checkFailure !== null) return health("unknown", checkFailure, "check", null);
  if (checkedAt === null || (changedAt > checkedAt && failure === null)) {
    return health("starting", HEALTH.turningOn, null, null);
  }
  const why = failure === null ? HEALTH.gone : HEALTH.notThere(sentenceOf(failure));
  return held("missing", why, "reregister", failure === null ? checkedAt : null, hold, store);
}

/** What keeps the events of an existing hook from arriving; null when nothing does. */
function brokenHealth(
  hook: KnownHook,
  facts: HealthFacts,
  store: StoreFacts,
  holdFor: (fault: OwnFault | null) => Hold | null,
  now: Date,
): Health | null {
  const { HEALTH } = wordsHere();
  const { receiverUrl, lastEventAt } = facts;
  const { clock, blockedDomains } = store;
  // What is off brings nothing, wherever it leads and whatever it carries.
  if (!hook.isActive) {
    const fault = store.faultBefore(hook.updatedAt);
    const sentence = offReason(hook, lastEventAt, { fault, sign: store.failureBefore(hook) }, clock);
    return held("off_by_bigcommerce", sentence, "turn_on", hook.updatedAt, holdFor(fault), store);
  }
  if (!reaches(hook, receiverUrl)) {
    return held("wrong_address", HEALTH.elsewhere, "repair", null, holdFor(null), store);
  }
  if (!hook.hasRightSecret && !hook.hasPreviousSecret) {
    const hold = onlyNotifying(holdFor(null));
    if (hook.hasOtherSecret)
      return held("wrong_secret", otherSecretWords(hook, store, now), "repair", null, hold, store);
    return { ...held("wrong_secret", HEALTH.noSecret, "repair", null, hold, store), severity: "risk" };
  }
  const blocked = blockedDomains.find(
    (domain) => domain.until > now && hostOf(domain.destination) === hostOf(receiverUrl),
  );
  if (blocked) {
    const sentence = HEALTH.blocked(clock.time(blocked.until));
    return { ...health("blocked", sentence, null, null), until: blocked.until.toISOString() };
  }
  return null;
}

/** That everything a hook brings is refused, and until when nothing of it is lost. */
function otherSecretWords(hook: KnownHook, { secretRefusedAt, clock }: StoreFacts, now: Date): string {
  const since = secretRefusedAt && secretRefusedAt < hook.updatedAt ? secretRefusedAt : hook.updatedAt;
  const deadline = new Date(since.getTime() + RESENT_MS);
  return wordsHere().HEALTH.otherSecret(deadline > now ? clock.moment(deadline) : null);
}

function workingHealth(
  hook: KnownHook,
  facts: HealthFacts,
  store: StoreFacts,
  hold: Hold | null,
  now: Date,
): Health {
  const { HEALTH } = wordsHere();
  const { lastEventAt } = facts;
  const { clock } = store;
  const signMs = lastSignMs(hook, lastEventAt);
  if (isGoingQuiet(signMs, now)) {
    const since = new Date(signMs);
    const end = new Date(signMs + QUIET_DAYS_MAX * DAY_MS);
    const sentence = HEALTH.quiet(clock.day(since), end > now ? clock.day(end) : null, hold === null);
    return held("going_quiet", sentence, "renew", since, hold, store);
  }
  const hasEvent = lastEventAt !== null && lastEventAt >= hook.createdAt;
  if (!hasEvent && now.getTime() - hook.createdAt.getTime() < WARM_UP_MS) {
    return health("starting", HEALTH.fresh, null, hook.createdAt);
  }
  if (lastEventAt !== null)
    return health("receiving", HEALTH.lastEvent(clock.moment(lastEventAt)), null, hook.createdAt);
  return health("waiting", HEALTH.waiting(clock.day(hook.createdAt)), null, hook.createdAt);
}

function hostOf(url: string): string {
  return (URL.parse(url)?.host ?? url).toLowerCase();
}

/** A verdict on what the keeper repairs, or leaves alone and says why. */
function held(
  verdict: Verdict,
  sentence: string,
  remedy: Remedy,
  since: Date | null,
  hold: Hold | null,
  { clock }: StoreFacts,
): Health {
  const told = health(verdict, `${sentence}${holdWords(hold, clock)}`, remedy, since);
  const isLeftToYou = hold?.why === "telling_only" || (hold?.why === "often" && hold.isSpent);
  return isLeftToYou ? { ...told, isLeftToYou } : told;
}

function health(verdict: Verdict, sentence: string, remedy: Remedy | null, since: Date | null): Health {
  const severity: Severity | null = SEVERITY_OF[verdict];
  return {
    verdict,
    sentence,
    remedy,
    since: since?.toISOString() ?? null,
    ...(severity !== null && { severity }),
  };
}
