import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { isTroubled } from "./causes.ts";
import type { Decision } from "./decide.ts";
import { decideAlerts, hasOpenAlerts } from "./records.ts";
import { readStanding } from "./standing.ts";

/**
 * Reads a store's state and decides about its alerts. Messages are enqueued together with the decision.
 * Repeatable: nothing is sent twice. An uninstalled store is left alone.
 */
export async function checkAlerts(storeHash: StoreHash, now: Date): Promise<Decision[]> {
  const store = await findStore(storeHash);
  if (!store?.accessTokenSealed || store.uninstalledAt) return [];
  const { troubles, destinations } = await readStanding(storeHash, now);
  const decisions = await decideAlerts(storeHash, troubles, destinations, now);
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
