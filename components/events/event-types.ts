import type { PickerGroup } from "#components/ui/event-picker.tsx";
import { CATALOGUE, findEntry, GROUPS } from "#lib/catalogue/catalogue.ts";

/**
 * The event types that a log can be filtered by. Templates with a channel in them are left out: what arrives carries
 * the channel's number.
 */
export const PICKER_GROUPS: readonly PickerGroup[] = GROUPS.map(({ id, title }) => ({
  name: title,
  options: CATALOGUE.filter(({ group, isPerChannel }) => group === id && !isPerChannel).map(
    ({ scope, title: label }) => ({ value: scope, label }),
  ),
})).filter(({ options }) => options.length > 0);

/** The scopes that deliveries carry: a wildcard stands for its members. Pure. */
export function deliveredScopes(scopes: readonly string[]): string[] {
  return [...new Set(scopes.flatMap((scope) => [scope, ...(findEntry(scope)?.covers ?? [])]))];
}
