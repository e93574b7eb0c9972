import { countedIn, pluralIn } from "#lib/messages/format/plural.ts";

export const counted = countedIn("de");
export const plural = pluralIn("de");
