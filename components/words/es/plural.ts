import { countedIn, pluralIn } from "#components/words/plural.ts";

export const counted = countedIn("es");
export const plural = pluralIn("es");
