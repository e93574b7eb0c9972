import { needsSomeone, SEVERITIES, type Severity } from "#lib/contract/values/verdicts.ts";
import type { TodoCause } from "#lib/contract/values/alerts.ts";
import type { SubscriptionList, SubscriptionView } from "#lib/contract/subscriptions.ts";
import { DESTINATION_TROUBLES } from "#lib/features/destinations/troubles.records.ts";
import { type StoreClock } from "#lib/features/subscriptions/store-clock.ts";
import { spokenLanguage } from "#lib/messages/language.ts";
import { wordsHere } from "#lib/messages/here.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/time.ts";
import { CAUSE_SEVERITY, type Troubles } from "./causes.ts";

/** Webhooks that the sentence names; the others are counted. */
const NAMED_MAX = 2;

/** What a store's verdict depends on. */
export interface StoreVerdictFacts {
  list: Pick<SubscriptionList, "checkFailure">;
  /** What is wanted, as it is doing. */
  wanted: readonly Pick<SubscriptionView, "title" | "health" | "hook">[];
  troubles: Pick<Troubles, "causes">;
  /** When the last event of all arrived; null when none ever did. */
  lastEventAt: Date | null;
  clock: StoreClock;
}

/** How a store is doing, as a state and one sentence. */
export interface StoreVerdict {
  /** `losing`: events are being lost now. `attention`: they will be, or arrive twice. `waiting`: it ends by itself. */
  state: "good" | "losing" | "attention" | "waiting" | "first_event" | "nothing_on" | "checking";
  sentence: string;
}

const STATE_OF = { lost: "losing", risk: "attention", wait: "waiting" } as const satisfies Record<
  Severity,
  StoreVerdict["state"]
>;

const isOfDestination = (cause: TodoCause) => DESTINATION_TROUBLES.some((trouble) => trouble === cause);

/** The gravest of some causes; nothing without any. Pure. */
const gravestOf = (causes: readonly TodoCause[]): Severity | undefined =>
  SEVERITIES.find((severity) => causes.some((cause) => CAUSE_SEVERITY[cause] === severity));

/**
 * How a store is doing, in a few sentences: its webhooks first, then where events go on to. The gravest of all causes
 * decides the state, so that it never says less than what there is to do. Pure.
 */
export function storeVerdict(facts: StoreVerdictFacts, now: Date): StoreVerdict {
  const { STORE } = wordsHere();
  const causes = [...facts.troubles.causes.keys()];
  const ofDestinations = gravestOf(causes.filter((cause) => isOfDestination(cause)));
  const webhooks = webhooksVerdict(facts, gravestOf(causes.filter((cause) => !isOfDestination(cause))), now);
  const gravest = gravestOf(causes);
  const more = ofDestinations
    ? [ofDestinations === "wait" ? STORE.destinationRetrying : STORE.destination]
    : [];
  return {
    state: gravest ? STATE_OF[gravest] : webhooks.state,
    sentence: [webhooks.sentence, ...more].join(" "),
  };
}

function webhooksVerdict(facts: StoreVerdictFacts, gravest: Severity | undefined, now: Date): StoreVerdict {
  const { STORE } = wordsHere();
  const { wanted, lastEventAt } = facts;
  if (wanted.length === 0) return { state: "nothing_on", sentence: STORE.nothingOn };
  const last = lastEventAt === null ? STORE.firstEvent : STORE.lastEvent(ago(lastEventAt, now));
  if (gravest) return { state: STATE_OF[gravest], sentence: troubleWords(facts, last) };
  if (wanted.some(({ hook }) => hook === null)) return { state: "checking", sentence: STORE.checking };
  const state = lastEventAt === null ? "first_event" : "good";
  return { state, sentence: `${STORE.allOn(wanted.length)} ${last}` };
}

/** What is wrong, with the time of the next try and the last event where a check failed. */
function troubleWords({ list, wanted, troubles, clock }: StoreVerdictFacts, last: string): string {
  const { STORE } = wordsHere();
  const { causes } = troubles;
  const failure =
    list.checkFailure === null || causes.has("needs_reauthorisation")
      ? []
      : [list.checkFailure.sentence, ...(list.checkFailure.nextTry ? [list.checkFailure.nextTry] : []), last];
  if (causes.has("needs_reauthorisation")) return STORE.needsAccess;
  const needy = wanted.filter(({ health }) => needsSomeone(health));
  const until = pausedUntil(wanted);
  const worst =
    needy.length > 0 ? [needySentence(needy, wanted.length)] : causes.has("refusing") ? [STORE.refusing] : [];
  const paused = until === null ? [] : [STORE.paused(clock.time(until))];
  const rest = worst.length > 0 || failure.length > 0 ? failure : [last];
  return [...worst, ...paused, ...rest].join(" ");
}

/** When the last pause of deliveries ends; null when there is none. Pure. */
export function pausedUntil(wanted: readonly Pick<SubscriptionView, "health">[]): Date | null {
  const ends = wanted.flatMap(({ health }) =>
    health.verdict === "blocked" && health.until ? [Date.parse(health.until)] : [],
  );
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

function needySentence(needy: StoreVerdictFacts["wanted"], all: number): string {
  const named = needy.slice(0, NAMED_MAX).map(({ title, health }) => ({ title, verdict: health.verdict }));
  return wordsHere().STORE.needy(needy.length, all, named);
}

/** "3 minutes ago"; what lies ahead, by a clock that runs apart, counts as now. */
function ago(at: Date, now: Date): string {
  const ageMs = now.getTime() - at.getTime();
  if (ageMs < MINUTE_MS) return wordsHere().STORE.justNow;
  const words = new Intl.RelativeTimeFormat(spokenLanguage());
  if (ageMs < HOUR_MS) return words.format(-Math.floor(ageMs / MINUTE_MS), "minute");
  if (ageMs < DAY_MS) return words.format(-Math.floor(ageMs / HOUR_MS), "hour");
  return words.format(-Math.floor(ageMs / DAY_MS), "day");
}
