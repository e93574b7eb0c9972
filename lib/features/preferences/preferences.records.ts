import { SETUP_STEPS, type SetupStep } from "#lib/contract/values/setup.ts";
import type { Access } from "#lib/access.ts";
import { languageOf } from "#lib/contract/values/language-of.ts";
import { knownLanguage, type Language } from "#lib/contract/values/languages.ts";
import type { Preferences, PreferencesChange } from "#lib/contract/views.ts";
import { database } from "#lib/platform/db/client.ts";

type Owner = Pick<Access, "storeHash" | "userId">;
const idOf = ({ storeHash, userId }: Owner) => ({ storeHash, userId: BigInt(userId) });

const SETUP = { setup: true, isOwner: true, store: { select: { isDemo: true } } } as const;

/** The owner sets a store's app up, and the demo's is. */
function setupOf(row: { setup: string; isOwner: boolean; store: { isDemo: boolean } } | null): SetupStep {
  if (!row?.isOwner || row.store.isDemo) return "done";
  return SETUP_STEPS.find((step) => step === row.setup) ?? "done";
}

/**
 * How a person wants the app to be in a store: unless they said otherwise, single keys act, technical details are hidden, and
 * the language is the control panel's.
 */
export async function preferencesOf(owner: Owner): Promise<Preferences> {
  const row = await database().prisma.membership.findUnique({
    where: { storeHash_userId: idOf(owner) },
    select: { usesKeys: true, showsTechnicalDetails: true, language: true, ...SETUP },
  });
  return {
    usesKeys: row?.usesKeys ?? true,
    showsTechnicalDetails: row?.showsTechnicalDetails ?? false,
    setup: setupOf(row),
    language: knownLanguage(row?.language),
  };
}

/** Changes what is named of a person's preferences. Repeatable. */
export async function savePreferences(
  owner: Owner,
  { usesKeys, showsTechnicalDetails, setup, language }: PreferencesChange,
): Promise<void> {
  await database().prisma.membership.updateMany({
    where: idOf(owner),
    data: {
      ...(usesKeys !== undefined && { usesKeys }),
      ...(showsTechnicalDetails !== undefined && { showsTechnicalDetails }),
      ...(setup !== undefined && { setup }),
      ...(language !== undefined && { language }),
    },
  });
}

/**
 * What a page has to know of its person before it is drawn, so that nothing on it changes afterwards: the language, chosen
 * here or else the control panel's, null when neither is known; whether it shows technical details; and how far they came in
 * setting the app up.
 */
export async function pagePreferences(
  owner: Owner,
): Promise<{ language: Language | null; showsTechnicalDetails: boolean; setup: SetupStep }> {
  const row = await database().prisma.membership.findUnique({
    where: { storeHash_userId: idOf(owner) },
    select: { language: true, locale: true, showsTechnicalDetails: true, ...SETUP },
  });
  return {
    language: languageIn(row),
    showsTechnicalDetails: row?.showsTechnicalDetails ?? false,
    setup: setupOf(row),
  };
}

/** The language of a store's owner, in which the app writes to the store; null when they never were here. */
export async function ownerLanguage(storeHash: Access["storeHash"]): Promise<Language | null> {
  const row = await database().prisma.membership.findFirst({
    where: { storeHash, isOwner: true, removedAt: null },
    select: { language: true, locale: true },
    orderBy: { lastSeenAt: "desc" },
  });
  return languageIn(row);
}

/**
 * Whom an email address belongs to among those who may open a store now, and the language to write in; null when to nobody.
 * BigCommerce says the address each time that somebody opens the app.
 */
export async function readerOf(
  storeHash: Access["storeHash"],
  email: string,
): Promise<{ language: Language | null } | null> {
  const row = await database().prisma.membership.findFirst({
    where: { storeHash, removedAt: null, user: { email: { equals: email, mode: "insensitive" } } },
    select: { language: true, locale: true },
    orderBy: { lastSeenAt: "desc" },
  });
  return row && { language: languageIn(row) };
}

function languageIn(row: { language: string | null; locale: string | null } | null): Language | null {
  return knownLanguage(row?.language) ?? (row && row.locale !== null ? languageOf(row.locale) : null);
}
