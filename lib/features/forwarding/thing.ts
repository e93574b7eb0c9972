import type { ForwardedEvent } from "./event.ts";

/** What an event is about, "type id", as the order per thing knows it; null when it names nothing. Pure. */
export function thingOf({
  resourceType,
  resourceId,
}: Pick<ForwardedEvent, "resourceType" | "resourceId">): string | null {
  return resourceType === null || resourceId === null ? null : `${resourceType} ${resourceId}`;
}
