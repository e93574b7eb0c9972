import { isCovered } from "#lib/catalogue/catalogue.ts";
import { templateOf } from "#lib/catalogue/scope.ts";
import type { DestinationSettings } from "#lib/contract/destinations.ts";
import { SOURCE_EVENTS } from "#lib/contract/values/destinations.ts";
import { passesFilter } from "#lib/features/destinations/filter.ts";
import type { ForwardedEvent } from "./event.ts";
import { filterSubject } from "./filter-subject.ts";

/** Why an event is not for a destination: none of its types, not as its filter wants it, or a test of something else. */
export type NotWanted = "type" | "filter" | "test";

const ABOUT_THE_SOURCE: ReadonlySet<string> = new Set(SOURCE_EVENTS);

/**
 * Why an event is not for a destination; null when it is. A test goes only where a person aims it, and events about the
 * source are asked for by a setting of their own. Pure; never throws.
 */
export function whyNotWanted(
  settings: Pick<DestinationSettings, "eventTypes" | "filter" | "takesSourceEvents">,
  event: ForwardedEvent,
): NotWanted | null {
  const { filter } = settings;
  if (event.isTest) return "test";
  if (!isOfTypes(settings, event.scope)) return "type";
  if (filter === null || ABOUT_THE_SOURCE.has(event.scope)) return null;
  return passesFilter(filter, filterSubject(event)) ? null : "filter";
}

/** Whether a destination gets events of a scope, as far as that decides. Pure. */
export function isOfTypes(
  { eventTypes, takesSourceEvents }: Pick<DestinationSettings, "eventTypes" | "takesSourceEvents">,
  scope: string,
): boolean {
  return ABOUT_THE_SOURCE.has(scope) ? takesSourceEvents : eventTypes.some((type) => isOfType(type, scope));
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
