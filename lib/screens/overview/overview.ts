import { StoreUninstalled } from "#lib/access.ts";
import type { Overview } from "#lib/contract/overview.ts";
import { readStanding } from "#lib/features/alerts/standing.ts";
import { alertsAt } from "#lib/features/alerts/view.ts";
import { arrivalDelay, eventHours } from "#lib/features/events/records.ts";
import { eventView } from "#lib/features/events/view.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { repairsSince } from "#lib/features/subscriptions/keeper/records.ts";
import { storeClock } from "#lib/features/subscriptions/store-clock.ts";
import type { StoreHash } from "#lib/ids.ts";
import { firstOfHours, DAY_MS } from "#lib/time.ts";
import { overviewView } from "./view.ts";

/**
 * How a store's webhooks are doing: verdict, what there is to do, what is over, figures. Read only.
 * @throws {StoreUninstalled} when the store is not known.
 */
export async function readOverview(hash: StoreHash, now: Date): Promise<Overview> {
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const [store, standing, hours, delayMs, repairs] = await Promise.all([
    findStore(hash),
    readStanding(hash, now),
    eventHours(hash, firstOfHours(48, now), 24),
    arrivalDelay(hash, dayAgo),
    repairsSince(hash, dayAgo),
  ]);
  if (!store) throw new StoreUninstalled(`store ${hash} is not known`);
  const { list, latest, troubles, rejections } = standing;
  return overviewView(
    {
      subscriptions: list,
      hours,
      latest: latest && eventView(latest),
      troubles,
      todo: await alertsAt(hash, standing),
      repairs,
      delayMs,
      rejections,
      installedAt: store.installedAt,
      clock: storeClock(store.timezone),
    },
    now,
  );
}
