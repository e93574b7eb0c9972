import { config } from "#lib/config.ts";
import type { SessionView } from "#lib/contract/session.ts";
import { shorterRetention } from "#lib/privacy/retention.ts";
import { usesKeys } from "#lib/preferences/records.ts";
import { findStore } from "#lib/stores/records.ts";
import { StoreUninstalled, type Access } from "./access.ts";
import { reopenUrl } from "./reopen.ts";

/**
 * Who is asking, for which store, and what it granted.
 * @throws {StoreUninstalled} when the store went away meanwhile.
 */
export async function sessionView({
  storeHash,
  userId,
  email,
  isOwner,
  locale,
}: Access): Promise<SessionView> {
  const store = await findStore(storeHash);
  if (!store) throw new StoreUninstalled("the store is gone");
  const { hash, name, domain, timezone, isDemo, installedAt, needsReauthorisation, scopes } = store;
  return {
    store: {
      hash,
      name,
      domain,
      timezone,
      reopenUrl: reopenUrl(hash, store.controlPanelUrl),
      isDemo,
      installedAt: installedAt.toISOString(),
      needsReauthorisation,
    },
    user: { id: userId, email, isOwner, locale, usesKeys: await usesKeys({ storeHash, userId }) },
    scopes,
    eventRetentionDays: shorterRetention(store.retentionDays, config().eventRetentionDays),
  };
}
