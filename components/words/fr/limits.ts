import { FR } from "#lib/catalogue/languages/fr.ts";
import { limitsIn } from "#lib/catalogue/limits.ts";

export const area = "limits";

export const limitOf = limitsIn(FR.limits);
