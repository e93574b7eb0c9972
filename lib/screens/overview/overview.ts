import type { Overview } from "#lib/contract/overview.ts";
import { newestEvent } from "#lib/features/events/list.records.ts";
import { arrivalDelay, eventHours } from "#lib/features/events/records.ts";
import { eventView } from "#lib/features/events/view.ts";
import type { StoreHash } from "#lib/ids.ts";
import { storeKeptSince } from "#lib/features/privacy/retention.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { storeRejections } from "#lib/features/receiver/records.ts";
import { firstOfHours, DAY_MS } from "#lib/time.ts";
import { overviewView } from "./view.ts";

/**
 * How a store's webhooks are doing: verdict, figures, what needs attention and what was refused. Read only.
 * @throws {StoreUninstalled} when the store is not known.
 */
export async function readOverview(store: StoreHash, now: Date): Promise<Overview> {
  const oldest = await storeKeptSince(store, now);
  const [subscriptions, hours, newest, delayMs, rejections] = await Promise.all([
    subscriptionList(store, now),
    eventHours(store, firstOfHours(48, now), 24),
    newestEvent(store, oldest),
    arrivalDelay(store, new Date(now.getTime() - DAY_MS)),
    storeRejections(store, firstOfHours(24, now)),
  ]);
  const facts = { subscriptions, hours, newest: newest && eventView(newest), delayMs, rejections };
  return overviewView(facts, now);
}
