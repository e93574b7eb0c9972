import { requireOwner, requireWebhookRight, type Access } from "#lib/access.ts";
import type { KeeperView, NotifyOnlyChange } from "#lib/contract/keeper.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { subscriptionsOf } from "#lib/features/subscriptions/records.ts";
import { saveStoreNotifyOnly, saveNotifyOnly } from "./records.ts";

/** No one ever turned this event type on or off. */
export class NeverChosen extends AppError {
  readonly code = "NOT_FOUND";
  readonly retryable = false;
}

/** Where the app is only to tell. */
export async function keeperView(hash: StoreHash): Promise<KeeperView> {
  const [store, rows] = await Promise.all([findStore(hash), subscriptionsOf(hash)]);
  return {
    isTellingOnly: store?.isTellingOnly ?? false,
    scopes: rows.filter(({ isTellingOnly }) => isTellingOnly).map(({ scope }) => scope),
  };
}

/**
 * Sets whether the app only notifies and changes nothing by itself, for an event type or for the whole store, and
 * records who did so. Who may turn an event type on and off may set it for one. Only the owner may set it for the store.
 * Repeatable: the same value is no change.
 * @throws {OwnerOnly} when anyone but the owner asks for the store.
 * @throws {WebhooksOwnerOnly}
 * @throws {NeverChosen} when no one ever chose the event type.
 */
export async function changeNotifyOnly(
  access: Access,
  { scope, isTellingOnly }: NotifyOnlyChange,
  now: Date,
): Promise<KeeperView> {
  const { storeHash } = access;
  if (scope === undefined) {
    requireOwner(access, "what the keeper may do in the store");
    await saveStoreNotifyOnly(storeHash, isTellingOnly, access, now);
  } else {
    requireWebhookRight(access);
    const row = (await subscriptionsOf(storeHash)).find((each) => each.scope === scope);
    if (!row) throw new NeverChosen(`nobody chose ${scope}`);
    await saveNotifyOnly(storeHash, scope, isTellingOnly, access, now);
  }
  return keeperView(storeHash);
}
