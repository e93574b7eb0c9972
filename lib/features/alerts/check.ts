import { config } from "#lib/config/config.ts";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { newestEvent } from "#lib/features/events/list.records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { firstOfHours, DAY_MS } from "#lib/time.ts";
import { isRefusing } from "#lib/features/receiver/refusing.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { storeRejections } from "#lib/features/receiver/records.ts";
import { isTroubled, troublesOf } from "./causes.ts";
import type { Decision } from "./decide.ts";
import { decideAlerts, hasOpenAlerts } from "./records.ts";

/** Fewer refusals than this in a day may be a person's trial. */
const REFUSALS_MIN = 3;

/**
 * Reads a store's state and decides about its alerts. Messages are enqueued together with the decision.
 * Repeatable: nothing is sent twice. An uninstalled store is left alone.
 */
export async function checkAlerts(storeHash: StoreHash, now: Date): Promise<Decision[]> {
  const store = await findStore(storeHash);
  if (!store?.accessTokenSealed || store.uninstalledAt) return [];
  const found = troublesOf(
    {
      list: await subscriptionList(storeHash, now),
      needsReauthorisation: store.needsReauthorisation,
      installedAt: store.installedAt,
      isRefusing: await areRefused(storeHash, now),
    },
    now,
  );
  const decisions = await decideAlerts(storeHash, found, now);
  const told = decisions.filter(({ tells, action }) => tells !== null || action !== "keep");
  if (told.length > 0) {
    const words = told.map(({ cause, action, tells }) => `${action} ${cause}${tells ? `, ${tells}` : ""}`);
    log.info({ storeHash, decisions: words }, "decided about alerts");
  }
  return decisions;
}

/** Whether there is anything to decide about a store's alerts after a check of its hooks. Most checks find all well. */
export async function concernsAlerts(
  storeHash: StoreHash,
  list: Pick<SubscriptionList, "groups" | "checkFailure">,
): Promise<boolean> {
  return isTroubled(list) || hasOpenAlerts(storeHash);
}

async function areRefused(storeHash: StoreHash, now: Date): Promise<boolean> {
  const rejections = await storeRejections(storeHash, firstOfHours(24, now));
  if (rejections.reduce((sum, { count }) => sum + count, 0) < REFUSALS_MIN) return false;
  const oldest = new Date(now.getTime() - (config().eventRetentionDays + 1) * DAY_MS);
  const newest = await newestEvent(storeHash, oldest);
  return isRefusing(rejections, newest?.lastArrivedAt ?? null);
}
