import { countedIn, pluralIn } from "#lib/messages/format/plural.ts";

export const counted = countedIn("fr");
export const plural = pluralIn("fr");
