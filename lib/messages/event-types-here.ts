import type { Language } from "#lib/contract/values/languages.ts";
import { spokenLanguage } from "./language.ts";
import { describeEvent, describeIn, type DescribeEvent } from "./describe-event.ts";
import { DE, DE_EVENTS } from "./de/event-types.ts";
import { ES, ES_EVENTS } from "./es/event-types.ts";
import { FR, FR_EVENTS } from "./fr/event-types.ts";
import type { CatalogueTexts, EventTexts } from "./event-type-texts.ts";
import * as english from "./event-type-messages.ts";
import { catalogueWords, type CatalogueWords } from "./event-type-messages.ts";

interface SpokenWords extends CatalogueWords {
  describeEvent: DescribeEvent;
}

function spokenWords(texts: CatalogueTexts, ofEvents: EventTexts): SpokenWords {
  const words = catalogueWords(texts);
  return { ...words, describeEvent: describeIn(ofEvents, words) };
}

const WORDS: Readonly<Record<Language, SpokenWords>> = {
  en: { ...english, describeEvent },
  de: spokenWords(DE, DE_EVENTS),
  fr: spokenWords(FR, FR_EVENTS),
  es: spokenWords(ES, ES_EVENTS),
};

/** The catalogue's words in the language that is spoken here; for the server, which speaks all of them at once. */
export const catalogueWordsHere = (): SpokenWords => WORDS[spokenLanguage()];
