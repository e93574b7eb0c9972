import { NEEDS_ATTENTION } from "#lib/contract/values/verdicts.ts";
import type { SubscriptionList, SubscriptionView } from "#lib/contract/subscriptions.ts";
import { spokenLanguage } from "#lib/messages/language.ts";
import { wordsHere } from "#lib/messages/here.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/time.ts";

/** Webhooks that the sentence names; the others are counted. */
const NAMED_MAX = 2;

/** What a store's verdict depends on. */
export interface StoreVerdictFacts {
  list: Pick<SubscriptionList, "checkedAt" | "checkFailure" | "isChecking">;
  /** What is wanted, as it is doing. */
  wanted: readonly Pick<SubscriptionView, "title" | "health">[];
  received24h: number;
  /** When the last event of all arrived; null when none ever did. */
  lastEventAt: Date | null;
  /** Whether what came last was refused. */
  isRefusing: boolean;
}

/** How a store is doing, as a state and one sentence. */
export interface StoreVerdict {
  state: "good" | "attention" | "not_receiving" | "nothing_on" | "checking";
  sentence: string;
}

/** How all webhooks of a store are doing, in one sentence; the gravest comes first. Pure. */
export function storeVerdict(facts: StoreVerdictFacts, now: Date): StoreVerdict {
  const { STORE } = wordsHere();
  const { list, wanted, received24h, lastEventAt, isRefusing } = facts;
  const { checkedAt, checkFailure, isChecking } = list;
  if (wanted.length === 0) return { state: "nothing_on", sentence: STORE.nothingOn };
  const asOf = checkedAt === null ? "" : ` ${STORE.asOf(ago(new Date(checkedAt), now))}`;
  const failure = checkFailure === null ? "" : ` ${checkFailure.sentence}${asOf}`;
  if (checkFailure && received24h === 0)
    return { state: "not_receiving", sentence: `${STORE.noEvents}${failure}` };
  const needy = wanted.filter(({ health }) => NEEDS_ATTENTION.has(health.verdict));
  if (needy.length > 0)
    return { state: "attention", sentence: `${needySentence(needy, wanted.length)}${failure}` };
  if (checkFailure) return { state: "attention", sentence: `${STORE.checkFailed}${failure}` };
  if (isChecking && checkedAt === null) return { state: "checking", sentence: STORE.checking };
  if (isRefusing) return { state: "attention", sentence: STORE.refusing };
  const last = lastEventAt === null ? null : ago(lastEventAt, now);
  return { state: "good", sentence: STORE.good(wanted.length, last) };
}

function needySentence(needy: StoreVerdictFacts["wanted"], all: number): string {
  const { STORE } = wordsHere();
  if (needy.every(({ health }) => health.verdict === "needs_reauthorisation")) return STORE.needsAccess;
  const named = needy.slice(0, NAMED_MAX).map(({ title, health }) => ({ title, verdict: health.verdict }));
  return STORE.needy(needy.length, all, named);
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
