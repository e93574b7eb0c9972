import { isRefusing } from "#lib/features/receiver/refusing.ts";
import { CATALOGUE } from "#lib/catalogue/catalogue.ts";
import type { Overview } from "#lib/contract/overview.ts";
import { NEEDS_ATTENTION } from "#lib/contract/values/verdicts.ts";
import type { SubscriptionList, SubscriptionView } from "#lib/contract/subscriptions.ts";
import type { EventView } from "#lib/contract/events.ts";
import { isSameAddress } from "#lib/features/receiver/addresses.ts";
import { storeVerdict } from "#lib/features/subscriptions/store-verdict.ts";
import type { StoreRejections } from "#lib/features/receiver/records.ts";
import { firstOfHours } from "#lib/time.ts";

/** What the roll-up has from a time on. */
interface HourCount {
  hour: Date;
  events: number;
  repeats: number;
}

export interface OverviewFacts {
  subscriptions: SubscriptionList;
  /** The roll-up of the last 48 hours, in steps that end with the present hour and with the one a day before. */
  hours: readonly HourCount[];
  newest: Pick<EventView, "id" | "scope" | "summary" | "occurredAt" | "lastArrivedAt"> | null;
  delayMs: { median: number; p95: number } | null;
  /** What was refused in the last 24 hours. */
  rejections: readonly StoreRejections[];
}

/**
 * A store's overview from what is known of it. "24 hours" are the present, unfinished hour and the 23 before it, since
 * events are rolled up by the hour. Pure.
 */
export function overviewView(facts: OverviewFacts, now: Date): Overview {
  const { subscriptions, hours, newest, delayMs, rejections } = facts;
  const listed = subscriptions.groups.flatMap(({ events }) => events);
  const wanted = listed.filter((subscription) => subscription.wanted);
  const needsAttention = wanted
    .filter(({ health }) => NEEDS_ATTENTION.has(health.verdict))
    .map(({ scope, title, health }) => ({ scope, title, health }));
  const today = firstOfHours(24, now);
  const dayBefore = firstOfHours(48, now);
  const recent = hours.filter(({ hour }) => hour >= today);
  const received24h = sumOf(recent, "events");
  return {
    ...storeVerdict(
      {
        list: subscriptions,
        wanted,
        received24h,
        lastEventAt: newest && new Date(newest.lastArrivedAt),
        isRefusing: isRefusing(rejections, newest && new Date(newest.lastArrivedAt)),
      },
      now,
    ),
    wanted: wanted.length,
    catalogue: CATALOGUE.length,
    checkedAt: subscriptions.checkedAt,
    lastEvent: newest && {
      id: newest.id,
      scope: newest.scope,
      summary: newest.summary,
      occurredAt: newest.occurredAt,
    },
    received24h,
    receivedBefore24h: sumOf(
      hours.filter(({ hour }) => hour >= dayBefore && hour < today),
      "events",
    ),
    repeats24h: sumOf(recent, "repeats"),
    delayMs,
    needsAttention,
    // What the app is only to tell of does not follow by itself.
    moving: moving(
      wanted.filter((each) => !each.isTellingOnly && !subscriptions.isTellingOnly),
      subscriptions.destination,
    ),
    rejections: rejections.map((rejection) => ({ ...rejection, lastAt: rejection.lastAt.toISOString() })),
  };
}

/**
 * A hook whose address differs in its host alone was right until the app moved; one that someone else sent to a
 * place of their own has another path.
 */
function moving(wanted: readonly SubscriptionView[], destination: string): Overview["moving"] {
  const ours = URL.parse(destination);
  const hooks = wanted.flatMap(({ hook }) => (hook ? [hook] : []));
  const isBehind = (hook: { destination: string }) =>
    !isSameAddress(hook.destination, destination) && URL.parse(hook.destination)?.pathname === ours?.pathname;
  const behind = hooks.filter(isBehind).length;
  return behind > 0 ? { here: hooks.length - behind, all: hooks.length } : null;
}

function sumOf(hours: readonly HourCount[], name: "events" | "repeats"): number {
  return hours.reduce((sum, hour) => sum + hour[name], 0);
}
