import type { AlertView } from "#lib/contract/alerts.ts";
import type { SubscriptionList, SubscriptionView } from "#lib/contract/subscriptions.ts";
import { SEVERITIES } from "#lib/contract/values/verdicts.ts";
import type { TodoCause } from "#lib/contract/values/alerts.ts";
import type { TroubledDestination } from "#lib/features/destinations/troubles.records.ts";
import type { StoreClock } from "#lib/features/subscriptions/store-clock.ts";
import { catalogueWordsHere, wordsHere } from "#lib/messages/here.ts";
import { CAUSE_SEVERITY, type Troubles } from "./causes.ts";
import { pausedUntil } from "./store-verdict.ts";

/** An alert of a cause, as far as a person has seen it. */
export interface SeenAlert {
  id: bigint;
  cause: TodoCause;
  openedAt: Date;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
}

export interface TodoFacts {
  troubles: Pick<Troubles, "causes">;
  list: Pick<SubscriptionList, "groups" | "checkFailure">;
  /** The alerts that are open; one whose cause is over is left out, and one that is not opened yet is not waited for. */
  alerts: readonly SeenAlert[];
  clock: StoreClock;
  /** What is wrong with the store's destinations. */
  destinations: readonly TroubledDestination[];
}

/** What is wrong with a store, a row for each cause, the worst first. Pure. */
export function todoRows({ troubles, list, alerts, clock, destinations }: TodoFacts): AlertView[] {
  const views = new Map(list.groups.flatMap(({ events }) => events.map((view) => [view.scope, view])));
  const order = Object.keys(CAUSE_SEVERITY);
  const rank = (cause: TodoCause) => SEVERITIES.indexOf(CAUSE_SEVERITY[cause]) * 100 + order.indexOf(cause);
  const causes = [...troubles.causes].toSorted(([one], [other]) => rank(one) - rank(other));
  return causes.map(([cause, scopes]): AlertView => {
    const alert = alerts.find((each) => each.cause === cause);
    const webhooks = scopes.flatMap((scope) => views.get(scope) ?? []);
    const until = cause === "blocked" ? pausedUntil(webhooks) : null;
    return {
      id: alert ? String(alert.id) : null,
      cause,
      severity: CAUSE_SEVERITY[cause],
      ...wordsOf(cause, webhooks, { list, clock }),
      webhooks: webhooks.map(({ scope, health }) => ({
        scope,
        title: catalogueWordsHere().titleWithChannel(scope),
        remedy: health.remedy,
      })),
      destinations: destinations
        .filter(({ trouble }) => trouble === cause)
        .map(({ id, name }) => ({ id, name })),
      ...(until && { until: until.toISOString() }),
      openedAt: alert?.openedAt.toISOString() ?? null,
      acknowledgedAt: alert?.acknowledgedAt?.toISOString() ?? null,
      acknowledgedBy: alert?.acknowledgedBy ?? null,
    };
  });
}

/** How many rows need a person and were seen by none. What arrives twice a person chose, and was told of it then. Pure. */
export function unseenCount(
  rows: readonly Pick<AlertView, "cause" | "severity" | "acknowledgedAt">[],
): number {
  return rows.filter(
    ({ cause, severity, acknowledgedAt }) =>
      severity !== "wait" && acknowledgedAt === null && cause !== "overlaps_wildcard",
  ).length;
}

function wordsOf(
  cause: TodoCause,
  webhooks: readonly SubscriptionView[],
  { list, clock }: Pick<TodoFacts, "list" | "clock">,
): Pick<AlertView, "sentence" | "help"> {
  const { CAUSES, STORE } = wordsHere();
  const { alert, help } = CAUSES[cause];
  const sentence = alert(webhooks.length);
  if (cause === "blocked") {
    const until = pausedUntil(webhooks);
    return { sentence: until ? withoutStop(STORE.paused(clock.time(until))) : sentence, help };
  }
  if (cause === "check_failed" || cause === "unreachable") {
    const failure = list.checkFailure;
    return failure ? { sentence: withoutStop(failure.sentence), help: failure.help } : { sentence, help };
  }
  // What holds for each of them says more than what holds for any.
  const [first, ...others] = new Set(webhooks.map(({ health }) => health.sentence));
  return { sentence, help: first !== undefined && others.length === 0 ? first : help };
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, "");
