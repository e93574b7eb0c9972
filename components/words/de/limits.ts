import { DE } from "#lib/catalogue/languages/de.ts";
import { limitsIn } from "#lib/catalogue/limits.ts";

export const area = "limits";

export const limitOf = limitsIn(DE.limits);
