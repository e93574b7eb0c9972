import { ES } from "#lib/catalogue/languages/es.ts";
import { catalogueWords } from "#lib/catalogue/words.ts";

export const area = "catalogue";

export const { titleOf, resourceLabel, titleWithChannel, entryWords, presetWords, groupTitle } =
  catalogueWords(ES);
