import { countedIn, pluralIn } from "#components/words/plural.ts";

export const counted = countedIn("fr");
export const plural = pluralIn("fr");
