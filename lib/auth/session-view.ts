import { config } from "#lib/config.ts";
import type { SessionView } from "#lib/contract/session.ts";
import { findStore, type Store } from "#lib/stores/records.ts";
import { StoreUninstalled, type Access } from "./access.ts";

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
      reopenUrl: reopenUrl(store),
      isDemo,
      installedAt: installedAt.toISOString(),
      needsReauthorisation,
    },
    user: { id: userId, email, isOwner, locale },
    scopes,
    eventRetentionDays: config().eventRetentionDays,
  };
}

/** The app's page in the simulator's control panel; BigCommerce names no address of it beyond the control panel's own. */
function reopenUrl({ hash, controlPanelUrl }: Store): string | null {
  const { isSandbox, bigcommerce } = config();
  return isSandbox ? `${bigcommerce.loginUrl}/manage/${hash}/app` : controlPanelUrl;
}
