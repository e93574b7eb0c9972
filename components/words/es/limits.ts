import { ES } from "#lib/catalogue/languages/es.ts";
import { limitsIn } from "#lib/catalogue/limits.ts";

export const area = "limits";

export const limitOf = limitsIn(ES.limits);
