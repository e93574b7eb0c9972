import { config } from "#lib/config/config.ts";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import {
  troubledDestinations,
  type TroubledDestination,
} from "#lib/features/destinations/troubles.records.ts";
import { latestArrival } from "#lib/features/events/list.records.ts";
import type { EventRow } from "#lib/features/events/records.ts";
import { type StoreRejections, storeRejections } from "#lib/features/receiver/records.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import type { StoreHash } from "#lib/ids.ts";
import { DAY_MS, firstOfHours } from "#lib/time.ts";
import { type Troubles, troublesOf } from "./causes.ts";

/** How a store is doing: what everything that a person is told of it comes from. */
export interface Standing {
  list: SubscriptionList;
  troubles: Troubles;
  /** What was refused in the last 24 hours. */
  rejections: readonly StoreRejections[];
  /** The event that arrived last; null when none ever did. */
  latest: EventRow | null;
  timezone: string | null;
  destinations: readonly TroubledDestination[];
}

/** Reads how a store is doing. @throws {StoreUninstalled} when the store is not known. */
export async function readStanding(storeHash: StoreHash, now: Date): Promise<Standing> {
  const oldest = new Date(now.getTime() - (config().eventRetentionDays + 1) * DAY_MS);
  const [list, store, rejections, latest, destinations] = await Promise.all([
    subscriptionList(storeHash, now),
    findStore(storeHash),
    storeRejections(storeHash, firstOfHours(24, now)),
    latestArrival(storeHash, oldest),
    troubledDestinations(storeHash, now),
  ]);
  const isThere = store !== null && store.accessTokenSealed !== null && store.uninstalledAt === null;
  const troubles = troublesOf(
    {
      // Of a store without the app nothing is wrong.
      list: isThere ? list : { ...list, groups: [] },
      needsReauthorisation: store?.needsReauthorisation ?? false,
      installedAt: store?.installedAt ?? now,
      rejections,
      lastArrivedAt: latest?.lastArrivedAt ?? null,
      destinations: isThere ? destinations : [],
    },
    now,
  );
  return { list, troubles, rejections, latest, timezone: store?.timezone ?? null, destinations };
}
