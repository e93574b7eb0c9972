import { config } from "#lib/config/config.ts";
import { languageOf } from "#lib/contract/values/language-of.ts";
import type { Language } from "#lib/contract/values/languages.ts";
import type { SessionView } from "#lib/contract/session.ts";
import { preferencesOf } from "#lib/features/preferences/preferences.records.ts";
import { shorterRetention } from "#lib/features/privacy/retention.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { StoreUninstalled, type Access } from "#lib/access.ts";
import { reopenUrl } from "#lib/features/stores/reopen.ts";

/**
 * Who is asking, for which store, and what it granted.
 * @param asked The language of the page that asks, for a person of whom none is known.
 * @throws {StoreUninstalled} when the store went away meanwhile.
 */
export async function sessionView(
  { storeHash, userId, email, isOwner, mayChangeWebhooks, locale }: Access,
  asked: Language,
): Promise<SessionView> {
  const store = await findStore(storeHash);
  if (!store) throw new StoreUninstalled("the store is gone");
  const { language: chosenLanguage, ...preferences } = await preferencesOf({ storeHash, userId });
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
    user: {
      id: userId,
      email,
      isOwner,
      mayChangeWebhooks,
      locale,
      ...preferences,
      chosenLanguage,
      language: chosenLanguage ?? (locale === null ? asked : languageOf(locale)),
    },
    scopes,
    eventRetentionDays: shorterRetention(store.retentionDays, config().eventRetentionDays),
  };
}
