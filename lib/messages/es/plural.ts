import { countedIn, pluralIn } from "#lib/messages/format/plural.ts";

export const counted = countedIn("es");
export const plural = pluralIn("es");
