import { ES } from "./event-types.ts";
import { descriptionsIn } from "#lib/messages/event-type-descriptions.ts";
import { limitsIn } from "#lib/messages/event-type-limits.ts";

export const area = "limits";

export const limitOf = limitsIn(ES.limits);
export const descriptionOf = descriptionsIn(ES);
