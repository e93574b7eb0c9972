import type { Language } from "#lib/contract/values/languages.ts";
import { describeIn, type DescribeEvent } from "./describe-event.ts";
import { catalogueWords, type CatalogueWords } from "./event-type-messages.ts";
import { spokenLanguage } from "./language.ts";
import * as de from "./de/server/index.ts";
import * as en from "./en/server/index.ts";
import * as es from "./es/server/index.ts";
import * as fr from "./fr/server/index.ts";

/** What the server itself says in each language: sentences of problems, of how webhooks are doing, of alerts, of events. */
export type ServerWords = typeof en;

const WORDS: Readonly<Record<Language, ServerWords>> = { en, de, fr, es };

/** The server's words in the language that is spoken here. */
export const wordsHere = (): ServerWords => WORDS[spokenLanguage()];

interface SpokenCatalogue extends CatalogueWords {
  describeEvent: DescribeEvent;
}

const catalogues = new Map<ServerWords, SpokenCatalogue>();

/** The catalogue's words in the language that is spoken here; the same object for the same language. */
export function catalogueWordsHere(): SpokenCatalogue {
  const spoken = wordsHere();
  const known = catalogues.get(spoken);
  if (known) return known;
  const words = catalogueWords(spoken.EVENT_TYPES);
  const made = { ...words, describeEvent: describeIn(spoken.EVENT_SENTENCES, words) };
  catalogues.set(spoken, made);
  return made;
}

/**
 * A sentence that was written down in English, in the language that is spoken here; as it is where nobody foresaw it.
 * The audit log is one text for all its readers, so it is kept in one language.
 */
export const saidHere = (written: string): string => {
  const { WRITTEN } = wordsHere();
  return Object.hasOwn(WRITTEN, written) ? (WRITTEN[written] ?? written) : written;
};
