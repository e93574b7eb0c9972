import type { Language } from "#lib/contract/values/languages.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { changesIn, describeIn, type DescribeEvent, type TellChanges } from "./describe-event.ts";
import { catalogueWords, type CatalogueWords } from "./event-type-messages.ts";
import { vocabularyOf, type Vocabulary } from "./event-vocabulary.ts";
import { spokenLanguage } from "./language.ts";
import { oldReason, oldTold } from "./old-sentences.ts";
import { readStored, sentenceIn } from "./stored-sentences.ts";
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
  tellChanges: TellChanges;
}

/** Numbers are written as the language writes them; a region is not asked for, as dates are not told. */
const tagHere = () => (spokenLanguage() === "en" ? "en-US" : spokenLanguage());

const catalogues = new Map<ServerWords, SpokenCatalogue>();

/** The catalogue's words in the language that is spoken here; the same object for the same language. */
export function catalogueWordsHere(): SpokenCatalogue {
  const spoken = wordsHere();
  const known = catalogues.get(spoken);
  if (known) return known;
  const words = catalogueWords(spoken.EVENT_TYPES);
  const describeEvent = describeIn(spoken.EVENT_SENTENCES, { ...words, ...spoken.EVENT_CHANGES }, tagHere());
  const tellChanges = changesIn(spoken.EVENT_SENTENCES, spoken.EVENT_CHANGES, tagHere());
  const made = { ...words, describeEvent, tellChanges };
  catalogues.set(spoken, made);
  return made;
}

const vocabularies = new Map<ServerWords, Vocabulary>();

/** What event types are called in the language that is spoken here, and in English; the same object for the same language. */
export function vocabularyHere(): Vocabulary {
  const spoken = wordsHere();
  const known = vocabularies.get(spoken);
  if (known) return known;
  const made = vocabularyOf(spoken.EVENT_SENTENCES, catalogueWordsHere());
  vocabularies.set(spoken, made);
  return made;
}

/** A sentence in the language that is spoken here. */
export const sentenceHere = (sentence: Sentence): string => sentenceIn(wordsHere().SENTENCES, sentence);

/** A reason that a table keeps, in the language that is spoken here; as it is where nobody foresaw it. */
export const reasonHere = (stored: string): string => readStored(stored, wordsHere(), oldReason);

/** Whom something is told, as a table keeps it, in the language that is spoken here. */
export const toldHere = (stored: string): string => readStored(stored, wordsHere(), oldTold);
