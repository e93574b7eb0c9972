import { isCovered } from "#lib/catalogue/catalogue.ts";
import { templateOf } from "#lib/catalogue/scope.ts";
import type { DestinationSettings } from "#lib/contract/destinations.ts";
import { passesFilter } from "#lib/features/destinations/filter.ts";
import type { ForwardedEvent } from "./event.ts";
import { filterSubject } from "./filter-subject.ts";

/** Why an event is not for a destination: none of its types, not as its filter wants it, or a test of something else. */
export type NotWanted = "type" | "filter" | "test";

/** Why an event is not for a destination; null when it is. A test goes only where a person aims it. Pure; never throws. */
export function whyNotWanted(
  settings: Pick<DestinationSettings, "eventTypes" | "filter">,
  event: ForwardedEvent,
): NotWanted | null {
  const { eventTypes, filter } = settings;
  if (event.isTest) return "test";
  if (!eventTypes.some((type) => isOfType(type, event.scope))) return "type";
  return filter === null || passesFilter(filter, filterSubject(event)) ? null : "filter";
}

/**
 * Whether an event type is that of a scope, or reaches it as BigCommerce's wildcards do: `store/order/*`,
 * `store/channel/{channel_id}/order/created` for every channel, and `*` for everything. Pure.
 */
export function isOfType(type: string, scope: string): boolean {
  const template = templateOf(scope);
  if (type === "*" || type === scope || type === template) return true;
  return type.endsWith("/*") && (isCovered(type, scope) || isCovered(type, template));
}
