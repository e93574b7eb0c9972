import type { Overview, OverviewRange } from "#lib/contract/overview.ts";
import { newestEvent } from "#lib/events/page/records.ts";
import { arrivalDelay, eventHours } from "#lib/events/records.ts";
import { eventView } from "#lib/events/view.ts";
import type { StoreHash } from "#lib/ids.ts";
import { storeKeptSince } from "#lib/privacy/retention.ts";
import { subscriptionList } from "#lib/subscriptions/view.ts";
import { storeRejections } from "#lib/webhooks/records.ts";
import { bucketHours, chartStart, firstOfHours } from "./chart.ts";
import { overviewView } from "./view.ts";

const DAY_MS = 86_400_000;

/**
 * How a store's webhooks are doing: verdict, figures, chart, what needs attention and what was refused. Read only.
 * @throws {StoreUninstalled} when the store is not known.
 */
export async function readOverview(store: StoreHash, range: OverviewRange, now: Date): Promise<Overview> {
  const hoursFrom = new Date(Math.min(chartStart(range, now).getTime(), firstOfHours(48, now).getTime()));
  const oldest = await storeKeptSince(store, now);
  const [subscriptions, hours, newest, delayMs, rejections] = await Promise.all([
    subscriptionList(store, now),
    eventHours(store, hoursFrom, bucketHours(range)),
    newestEvent(store, oldest),
    arrivalDelay(store, new Date(now.getTime() - DAY_MS)),
    storeRejections(store, firstOfHours(24, now)),
  ]);
  const facts = { range, subscriptions, hours, newest: newest && eventView(newest), delayMs, rejections };
  return overviewView(facts, now);
}
