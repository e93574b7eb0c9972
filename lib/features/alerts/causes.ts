import type { TodoCause } from "#lib/contract/values/alerts.ts";
import { needsSomeone, type Severity } from "#lib/contract/values/verdicts.ts";
import type { Health, SubscriptionList, Verdict } from "#lib/contract/subscriptions.ts";
import {
  DESTINATION_TROUBLES,
  type TroubledDestination,
} from "#lib/features/destinations/troubles.records.ts";
import type { StoreRejections } from "#lib/features/receiver/records.ts";
import { isRefusing } from "#lib/features/receiver/refusing.ts";
import { HOUR_MS } from "#lib/time.ts";

/** BigCommerce is out of reach for minutes now and then; that is no news yet. */
const SILENCE_MS_MAX = 2 * HOUR_MS;

/** The cause that each verdict on a webhook is; those of the whole store are found without the webhooks. */
const CAUSE_OF_VERDICT: Readonly<Partial<Record<Verdict, TodoCause>>> = {
  off_by_bigcommerce: "off_by_bigcommerce",
  missing: "missing",
  wrong_address: "wrong_address",
  wrong_secret: "wrong_secret",
  doubled: "doubled",
  overlaps_wildcard: "overlaps_wildcard",
  over_limit: "over_limit",
  blocked: "blocked",
  going_quiet: "going_quiet",
};

/** How bad each cause is, in the order in which a person is shown them. */
export const CAUSE_SEVERITY: Readonly<Record<TodoCause, Severity>> = {
  needs_reauthorisation: "risk",
  refusing: "lost",
  off_by_bigcommerce: "lost",
  missing: "lost",
  wrong_address: "lost",
  wrong_secret: "lost",
  over_limit: "lost",
  no_secret: "risk",
  doubled: "risk",
  overlaps_wildcard: "risk",
  going_quiet: "risk",
  destination_off: "risk",
  destination_ill: "risk",
  deliveries_failed: "risk",
  blocked: "wait",
  unreachable: "wait",
  check_failed: "wait",
  destination_retrying: "wait",
};

/** What is known of a store when it is asked for its troubles. */
export interface StoreState {
  list: Pick<SubscriptionList, "groups" | "checkedAt" | "checkFailure" | "isChecking">;
  needsReauthorisation: boolean;
  installedAt: Date;
  /** What was refused in the last 24 hours. */
  rejections: readonly Pick<StoreRejections, "reason" | "count" | "lastAt">[];
  /** When the last event of all arrived; null when none ever did. */
  lastArrivedAt: Date | null;
  /** What is wrong with its destinations. */
  destinations: readonly Pick<TroubledDestination, "trouble">[];
}

/** What is wrong with a store now. */
export interface Troubles {
  /** Each cause that is there, with the scopes that it concerns; none where it is the whole store. */
  causes: ReadonlyMap<TodoCause, readonly string[]>;
  /** Scopes that are not well, whatever their cause. */
  unwell: ReadonlySet<string>;
  /** Whether the last check of the hooks came to its end. If not, no alert about hooks is opened or closed. */
  isKnown: boolean;
}

/** Causes that concern the store and not single webhooks. They are known without a check of the hooks. */
export const STORE_CAUSES: ReadonlySet<TodoCause> = new Set([
  "needs_reauthorisation",
  "check_failed",
  "unreachable",
  "refusing",
  ...DESTINATION_TROUBLES,
] as const);

/**
 * What is wrong with what a store wants, after the keeper has repaired what it could; what no one wants is never wrong.
 * The verdict on the store, what there is to do, the counts and the alerts all come from this. Pure.
 */
export function troublesOf(state: StoreState, now: Date): Troubles {
  const { list, needsReauthorisation, rejections, lastArrivedAt, destinations } = state;
  const wanted = list.groups.flatMap(({ events }) => events).filter((subscription) => subscription.wanted);
  const causes = new Map<TodoCause, string[]>();
  const unwell = new Set<string>();
  for (const { scope, health } of wanted) {
    const cause = causeOf(health);
    if (!cause) continue;
    unwell.add(scope);
    causes.set(cause, [...(causes.get(cause) ?? []), scope]);
  }
  const isKnown =
    !needsReauthorisation && list.checkedAt !== null && list.checkFailure === null && !list.isChecking;
  if (wanted.length > 0) {
    if (needsReauthorisation) causes.set("needs_reauthorisation", []);
    else if (list.checkFailure !== null)
      causes.set(isSilent(state, now) ? "unreachable" : "check_failed", []);
    // What a wrong secret explains is no trouble of its own.
    const secretsRightAt = causes.has("wrong_secret")
      ? now
      : isKnown && list.checkedAt !== null
        ? new Date(list.checkedAt)
        : null;
    if (isRefusing(rejections, lastArrivedAt, secretsRightAt)) causes.set("refusing", []);
  }
  for (const { trouble } of destinations) causes.set(trouble, []);
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
function causeOf(health: Health): TodoCause | undefined {
  if (health.severity !== "wait" && !needsSomeone(health)) return undefined;
  if (health.verdict === "wrong_secret" && health.severity === "risk") return "no_secret";
  return CAUSE_OF_VERDICT[health.verdict];
}

/** Whether BigCommerce has answered nothing for long. */
function isSilent({ list, installedAt }: StoreState, now: Date): boolean {
  if (list.checkFailure?.code !== "BIGCOMMERCE_UNREACHABLE") return false;
  const since = list.checkedAt === null ? installedAt : new Date(list.checkedAt);
  return now.getTime() - since.getTime() >= SILENCE_MS_MAX;
}
