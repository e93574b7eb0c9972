import type { Language } from "#lib/contract/values/languages.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { KINDS } from "#lib/features/destinations/kinds/registry.ts";
import { ownerLanguage } from "#lib/features/preferences/preferences.records.ts";

/**
 * The language that people at a destination are spoken to in: the store owner's, as alerts have it. English where no one
 * reads it. Read only.
 * @throws as the database does.
 */
export async function languageFor({ kind, storeHash }: OpenDestination): Promise<Language> {
  return (KINDS[kind].isInWords ? await ownerLanguage(storeHash) : null) ?? "en";
}
