import { AsyncLocalStorage } from "node:async_hooks";
import type { Language } from "#lib/contract/values/languages.ts";

const spoken = new AsyncLocalStorage<Language>();

/**
 * Does some work for somebody who is spoken to in a language: every sentence that is made within it is in that language.
 * Like a time zone it concerns nearly everything that is answered and decides nothing, so it is not handed from function
 * to function. See decision 0018.
 */
export function speaking<Answer>(language: Language, work: () => Answer): Answer {
  return spoken.run(language, work);
}

/** The language to speak here; English where nobody in particular is spoken to, as in background tasks and in the log. */
export function spokenLanguage(): Language {
  return spoken.getStore() ?? "en";
}
