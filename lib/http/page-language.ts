import { languageOf } from "#lib/contract/values/language-of.ts";
import type { Language } from "#lib/contract/values/languages.ts";
import { StoreHash } from "#lib/ids.ts";
import { chosenLanguage } from "#lib/features/preferences/preferences.records.ts";
import { readSession } from "#lib/platform/session/read.ts";
import { Trouble } from "#lib/log/trouble.ts";

const NOT_FOUND = new Trouble({ level: "warn", message: "a page's language was not found" });

/** A store's pages; its API answers in whatever language the page asks it for. */
const PAGE = /^\/s\/([a-z0-9]+)(?:\/(?!api\/|auth\/)|$)/;

/**
 * The language of the page that a request asks for: the one of the person whose session it brings, otherwise the first of
 * ours that the browser asks for. Never throws: a page without its person's language is better than none.
 */
export async function pageLanguageOf(request: Request, now: Date): Promise<Language> {
  const asked = languageOf(request.headers.get("Accept-Language"));
  const store = StoreHash.safeParse(PAGE.exec(new URL(request.url).pathname)?.[1]);
  if (!store.success) return asked;
  try {
    const session = await readSession(request, store.data, now);
    if (!session) return asked;
    const { user } = session.claims;
    return (await chosenLanguage({ storeHash: store.data, userId: user })) ?? asked;
  } catch (error) {
    NOT_FOUND.met(error);
    return asked;
  }
}
