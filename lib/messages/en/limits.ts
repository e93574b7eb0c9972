export const area = "limits";

export { limitOf } from "#lib/messages/event-type-limits.ts";
export { descriptionOf } from "#lib/messages/event-type-descriptions.ts";
