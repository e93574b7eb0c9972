import { languageOf } from "#lib/contract/values/language-of.ts";
import type { Language } from "#lib/contract/values/languages.ts";
import type { SetupStep } from "#lib/contract/values/setup.ts";
import { StoreHash } from "#lib/ids.ts";
import { hasTodo } from "#lib/features/alerts/view.ts";
import { stillHasAccess } from "#lib/features/auth/access.ts";
import { pagePreferences } from "#lib/features/preferences/preferences.records.ts";
import { readSession } from "#lib/platform/session/read.ts";
import type { SessionClaims } from "#lib/platform/session/seal.ts";
import { Trouble } from "#lib/log/trouble.ts";

const NOT_FOUND = new Trouble({ level: "warn", message: "a page's person was not found" });

/** A store's pages; its API answers in whatever language the page asks it for. */
const PAGE = /^\/s\/([a-z0-9]+)(?:\/(?!api\/|auth\/)|$)/;

/** How a page is drawn for whoever asks for it. */
interface PagePerson {
  language: Language;
  showsTechnicalDetails: boolean;
  setup: SetupStep;
  /**
   * Whether something is wrong in the store, which the page says once it has read it. Of a page that brings no session nobody
   * knows, and a browser that keeps no cookies is soon found to have one.
   */
  awaitsBanner: boolean;
}

/**
 * How to draw the page that a request asks for: as the person wants it whose session it brings, otherwise in the first of our
 * languages that the browser asks for, without technical details. Never throws: a page that does not know its person is
 * better than none.
 */
export async function pagePersonOf(request: Request, now: Date): Promise<PagePerson> {
  const language = languageOf(request.headers.get("Accept-Language"));
  const asked: PagePerson = { language, showsTechnicalDetails: false, setup: "done", awaitsBanner: true };
  const store = StoreHash.safeParse(PAGE.exec(new URL(request.url).pathname)?.[1]);
  if (!store.success) return asked;
  try {
    const session = await readSession(request, store.data, now);
    if (!session) return asked;
    const { user } = session.claims;
    const [known, awaitsBanner] = await Promise.all([
      pagePreferences({ storeHash: store.data, userId: user }),
      isTroubled(session.claims, now),
    ]);
    return { ...known, language: known.language ?? language, awaitsBanner };
  } catch (error) {
    NOT_FOUND.met(error);
    return asked;
  }
}

/** Whether anything is wrong in the store; of that, whoever has no access anymore is told nothing. */
async function isTroubled({ store, ...claims }: SessionClaims, now: Date): Promise<boolean> {
  return (await stillHasAccess({ ...claims, storeHash: store, userId: claims.user })) && hasTodo(store, now);
}
