import type { AlertCause } from "#lib/contract/values/alerts.ts";
import type { Health, SubscriptionList, Verdict } from "#lib/contract/subscriptions.ts";
import { HOUR_MS } from "#lib/time.ts";

/** BigCommerce is out of reach for minutes now and then; that is no news yet. */
const SILENCE_MS_MAX = 2 * HOUR_MS;

/** Verdicts that are a cause. Overlaps are not among them: a person chose both, and was told where they did. */
const CAUSE_OF_VERDICT: Readonly<Partial<Record<Verdict, AlertCause>>> = {
  off_by_bigcommerce: "off_by_bigcommerce",
  missing: "missing",
  wrong_address: "wrong_address",
  wrong_secret: "wrong_secret",
  doubled: "doubled",
  over_limit: "over_limit",
  blocked: "blocked",
  going_quiet: "going_quiet",
};

/** What is known of a store when it is asked for its troubles. */
export interface StoreState {
  list: Pick<SubscriptionList, "groups" | "checkedAt" | "checkFailure" | "isChecking">;
  needsReauthorisation: boolean;
  installedAt: Date;
  /** Whether what came last was refused for a reason of ours. */
  isRefusing: boolean;
}

/** What is wrong with a store now. */
export interface Troubles {
  /** Each cause that is there, with the scopes that it concerns; none where it is the whole store. */
  causes: ReadonlyMap<AlertCause, readonly string[]>;
  /** Scopes that are not well, whatever their cause. */
  unwell: ReadonlySet<string>;
  /** Whether the last check of the hooks came to its end. If not, no alert about hooks is opened or closed. */
  isKnown: boolean;
}

/** Causes that concern the store and not single webhooks. They are known without a check of the hooks. */
export const STORE_CAUSES: ReadonlySet<AlertCause> = new Set([
  "needs_reauthorisation",
  "unreachable",
  "refusing",
] as const);

/**
 * What is wrong with what a store wants, after the keeper has repaired what it could; what no one wants is never wrong.
 * Pure.
 */
export function troublesOf(state: StoreState, now: Date): Troubles {
  const { list, needsReauthorisation, isRefusing } = state;
  const wanted = list.groups.flatMap(({ events }) => events).filter((subscription) => subscription.wanted);
  const causes = new Map<AlertCause, string[]>();
  const unwell = new Set<string>();
  for (const { scope, health } of wanted) {
    const cause = causeOf(health);
    if (!cause) continue;
    unwell.add(scope);
    causes.set(cause, [...(causes.get(cause) ?? []), scope]);
  }
  if (wanted.length > 0) {
    if (needsReauthorisation) causes.set("needs_reauthorisation", []);
    else if (isSilent(state, now)) causes.set("unreachable", []);
    if (isRefusing) causes.set("refusing", []);
  }
  const isKnown =
    !needsReauthorisation && list.checkedAt !== null && list.checkFailure === null && !list.isChecking;
  return { causes, unwell, isKnown };
}

/**
 * Whether a check of the hooks found anything that an alert may be about. A store where it did not, and where none is
 * open, need not be asked further. Pure.
 */
export function isTroubled({
  groups,
  checkFailure,
}: Pick<SubscriptionList, "groups" | "checkFailure">): boolean {
  return (
    checkFailure !== null ||
    groups.some(({ events }) => events.some(({ wanted, health }) => wanted && causeOf(health) !== undefined))
  );
}

/** What goes quiet is renewed by the keeper, unless that was left to a person. */
function causeOf({ verdict, isLeftToYou }: Health): AlertCause | undefined {
  return verdict === "going_quiet" && !isLeftToYou ? undefined : CAUSE_OF_VERDICT[verdict];
}

/** Whether BigCommerce has answered nothing for long. */
function isSilent({ list, installedAt }: StoreState, now: Date): boolean {
  if (list.checkFailure?.code !== "BIGCOMMERCE_UNREACHABLE") return false;
  const since = list.checkedAt === null ? installedAt : new Date(list.checkedAt);
  return now.getTime() - since.getTime() >= SILENCE_MS_MAX;
}
