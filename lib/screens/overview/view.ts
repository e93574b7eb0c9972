import type { Overview } from "#lib/contract/overview.ts";
import type { AlertList } from "#lib/contract/alerts.ts";
import type { SubscriptionList, SubscriptionView } from "#lib/contract/subscriptions.ts";
import type { EventView } from "#lib/contract/events.ts";
import { isSameAddress } from "#lib/features/receiver/addresses.ts";
import type { Troubles } from "#lib/features/alerts/causes.ts";
import { type RecentFacts, recentNotes } from "#lib/features/alerts/recent.ts";
import { storeVerdict } from "#lib/features/alerts/store-verdict.ts";
import type { StoreClock } from "#lib/features/subscriptions/store-clock.ts";
import type { StoreRejections } from "#lib/features/receiver/records.ts";
import { DAY_MS, firstOfHours } from "#lib/time.ts";

/** What the roll-up has from a time on. */
interface HourCount {
  hour: Date;
  events: number;
  repeats: number;
}

/** A day is compared with the one before only once the store has had both. */
const COMPARED_AFTER_MS = 2 * DAY_MS;

export interface OverviewFacts {
  subscriptions: SubscriptionList;
  /** The roll-up of the last 48 hours, in steps that end with the present hour and with the one a day before. */
  hours: readonly HourCount[];
  /** The event that arrived last. */
  latest: Pick<EventView, "id" | "scope" | "summary" | "lastArrivedAt"> | null;
  troubles: Troubles;
  todo: AlertList;
  repairs: RecentFacts["repairs"];
  installedAt: Date;
  clock: StoreClock;
  delayMs: { median: number; p95: number } | null;
  /** Arrivals that wait on this machine for the database. */
  spooled: number;
  /** What was refused in the last 24 hours. */
  rejections: readonly StoreRejections[];
}

/**
 * A store's overview from what is known of it. "24 hours" are the present, unfinished hour and the 23 before it, since
 * events are rolled up by the hour. Pure.
 */
export function overviewView(facts: OverviewFacts, now: Date): Overview {
  const { subscriptions, hours, latest, delayMs, rejections, troubles, todo, repairs, clock } = facts;
  const listed = subscriptions.groups.flatMap(({ events }) => events);
  const wanted = listed.filter((subscription) => subscription.wanted);
  const lastArrivedAt = latest && new Date(latest.lastArrivedAt);
  const today = firstOfHours(24, now);
  const dayBefore = firstOfHours(48, now);
  const recent = hours.filter(({ hour }) => hour >= today);
  const isCompared = now.getTime() - facts.installedAt.getTime() >= COMPARED_AFTER_MS;
  return {
    ...storeVerdict(
      {
        list: subscriptions,
        wanted,
        troubles,
        lastEventAt: lastArrivedAt,
        clock,
      },
      now,
    ),
    wanted: wanted.length,
    checkedAt: subscriptions.checkedAt,
    lastEvent: latest && {
      id: latest.id,
      scope: latest.scope,
      summary: latest.summary,
      arrivedAt: latest.lastArrivedAt,
    },
    received24h: sumOf(recent, "events"),
    receivedBefore24h: isCompared
      ? sumOf(
          hours.filter(({ hour }) => hour >= dayBefore && hour < today),
          "events",
        )
      : null,
    spooled: facts.spooled,
    repeats24h: sumOf(recent, "repeats"),
    delayMs,
    todo,
    recent: recentNotes({ repairs, rejections, troubles, lastArrivedAt, clock }).map(
      ({ id, at, sentence }) => ({
        id,
        at: at.toISOString(),
        sentence,
      }),
    ),
    // What the app is only to tell of does not follow by itself.
    moving: moving(
      wanted.filter((each) => !each.isTellingOnly && !subscriptions.isTellingOnly),
      subscriptions.destination,
    ),
    rejections: rejections.map((rejection) => ({
      ...rejection,
      firstAt: rejection.firstAt.toISOString(),
      lastAt: rejection.lastAt.toISOString(),
    })),
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
