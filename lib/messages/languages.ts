import type { Language } from "#lib/contract/values/languages.ts";
import type * as english from "./en/index.ts";

/** What each language says: the same areas, with the same words in them, as English. */
export type Words = typeof english;

type Other = Exclude<Language, "en">;

// Each is a file of its own for the browser, fetched by those alone who read it.
const LANGUAGE_FILES: Readonly<Record<Other, () => Promise<Words>>> = {
  de: () => import("./de/index.ts"),
  fr: () => import("./fr/index.ts"),
  es: () => import("./es/index.ts"),
};

const loaded = new Map<Other, Promise<Words | null>>();

/**
 * The words of a language; null for English, which comes with the screens themselves, and for a language that could not
 * be loaded: then English is shown. Always the same promise for the same language.
 */
export function wordsOf(language: Language): Promise<Words | null> {
  if (language === "en") return ENGLISH;
  const known = loaded.get(language);
  if (known) return known;
  const words = LANGUAGE_FILES[language]().catch(() => {
    loaded.delete(language);
    return null;
  });
  loaded.set(language, words);
  return words;
}

const ENGLISH = Promise.resolve(null);
