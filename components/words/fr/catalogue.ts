import { FR } from "#lib/catalogue/languages/fr.ts";
import { catalogueWords } from "#lib/catalogue/words.ts";

export const area = "catalogue";

export const { titleOf, resourceLabel, titleWithChannel, entryWords, presetWords, groupTitle } =
  catalogueWords(FR);
