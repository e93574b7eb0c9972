import { countedIn, pluralIn } from "#components/words/plural.ts";

export const counted = countedIn("de");
export const plural = pluralIn("de");
