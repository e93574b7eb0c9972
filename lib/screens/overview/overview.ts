import { StoreUninstalled, type Access } from "#lib/access.ts";
import type { Overview } from "#lib/contract/overview.ts";
import { readStanding } from "#lib/features/alerts/standing.ts";
import { alertsAt } from "#lib/features/alerts/view.ts";
import { knownOf } from "#lib/features/enrichment/known.ts";
import { arrivalDelay, eventHours } from "#lib/features/events/records.ts";
import { eventView } from "#lib/features/events/view.ts";
import { spooledOf } from "#lib/features/receiver/receive.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { repairsSince } from "#lib/features/subscriptions/keeper/records.ts";
import { storeClock } from "#lib/features/subscriptions/store-clock.ts";
import { firstOfHours, DAY_MS } from "#lib/time.ts";
import { overviewView } from "./view.ts";

/**
 * How a store's webhooks are doing: verdict, what there is to do, what is over, figures. Read only.
 * @param access Who looks: the last event is told by the name of its thing, as far as they may see it.
 * @throws {StoreUninstalled} when the store is not known.
 */
export async function readOverview(
  access: Pick<Access, "storeHash" | "isOwner">,
  now: Date,
): Promise<Overview> {
  const { storeHash: hash } = access;
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
  const known = latest ? (await knownOf(access, [latest], now)).get(latest.seq)?.known : undefined;
  return overviewView(
    {
      subscriptions: list,
      hours,
      latest: latest && eventView(latest, known),
      troubles,
      todo: await alertsAt(hash, standing),
      repairs,
      delayMs,
      rejections,
      spooled: await spooledOf(hash),
      installedAt: store.installedAt,
      clock: storeClock(store.timezone),
    },
    now,
  );
}
