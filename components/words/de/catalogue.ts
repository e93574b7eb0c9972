import { DE } from "#lib/catalogue/languages/de.ts";
import { catalogueWords } from "#lib/catalogue/words.ts";

export const area = "catalogue";

export const { titleOf, resourceLabel, titleWithChannel, entryWords, presetWords, groupTitle } =
  catalogueWords(DE);
