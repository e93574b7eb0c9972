export const area = "limits";

export { limitOf } from "#lib/catalogue/limits.ts";
