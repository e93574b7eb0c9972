import { NEEDS_ATTENTION } from "#lib/contract/closed-sets.ts";
import type { SubscriptionList, SubscriptionView, Verdict } from "#lib/contract/subscriptions.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Webhooks that the sentence names; the others are counted. */
const NAMED_MAX = 2;

/** What is wrong, after the name of an event type. */
const FAULTS: Readonly<Partial<Record<Verdict, string>>> = {
  off_by_bigcommerce: "is switched off",
  missing: "is missing",
  wrong_address: "is sent to another address",
  wrong_secret: "lacks its secret",
  doubled: "comes twice",
  overlaps_wildcard: "comes twice",
  over_limit: "is over BigCommerce's limit",
  blocked: "is paused by BigCommerce",
  going_quiet: "has been quiet for long",
};

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
  const { list, wanted, received24h, lastEventAt, isRefusing } = facts;
  const { checkedAt, checkFailure, isChecking } = list;
  if (wanted.length === 0)
    return { state: "nothing_on", sentence: "Nothing is turned on, so no events arrive." };
  const asOf = checkedAt === null ? "" : ` This is as of ${ago(new Date(checkedAt), now)}.`;
  const failure = checkFailure === null ? "" : ` ${checkFailure.sentence}${asOf}`;
  if (checkFailure && received24h === 0)
    return { state: "not_receiving", sentence: `No events in the last 24 hours.${failure}` };
  const needy = wanted.filter(({ health }) => NEEDS_ATTENTION.has(health.verdict));
  if (needy.length > 0)
    return { state: "attention", sentence: `${needySentence(needy, wanted.length)}${failure}` };
  if (checkFailure)
    return { state: "attention", sentence: `Events arrive, but the last check failed.${failure}` };
  if (isChecking && checkedAt === null)
    return { state: "checking", sentence: "Your webhooks are being compared with BigCommerce." };
  if (isRefusing) {
    const sentence = "The last delivery was refused, and no event has arrived since.";
    return { state: "attention", sentence };
  }
  const all = wanted.length === 1 ? "Your webhook is on" : `All ${wanted.length} webhooks are on`;
  const last =
    lastEventAt === null ? "no event has come yet" : `the last event came ${ago(lastEventAt, now)}`;
  return { state: "good", sentence: `${all}; ${last}.` };
}

function needySentence(needy: StoreVerdictFacts["wanted"], all: number): string {
  if (needy.every(({ health }) => health.verdict === "needs_reauthorisation"))
    return "The store has to accept this app again. Until then webhooks stay as they are.";
  const count =
    all === 1
      ? "Your webhook needs you"
      : `${needy.length} of ${all} need${needy.length === 1 ? "s" : ""} you`;
  const named = needy
    .slice(0, NAMED_MAX)
    .map(({ title, health }) => `${title} ${FAULTS[health.verdict] ?? "needs access"}`);
  const more = needy.length - named.length;
  return `${count}: ${named.join(", ")}${more > 0 ? `, and ${more} more` : ""}.`;
}

/** "3 minutes ago"; what lies ahead, by a clock that runs apart, counts as now. */
function ago(at: Date, now: Date): string {
  const ageMs = now.getTime() - at.getTime();
  if (ageMs < MINUTE_MS) return "less than a minute ago";
  const [count, unit] =
    ageMs < HOUR_MS
      ? [Math.floor(ageMs / MINUTE_MS), "minute"]
      : ageMs < DAY_MS
        ? [Math.floor(ageMs / HOUR_MS), "hour"]
        : [Math.floor(ageMs / DAY_MS), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
