import type { PickerGroup } from "#components/ui/overlay/event-picker-layer.tsx";
import { CATALOGUE, findEntry, GROUPS } from "#lib/catalogue/catalogue.ts";
import type { CatalogueWords } from "#lib/messages/event-type-messages.ts";

/**
 * The event types that a log can be filtered by. Templates with a channel in them are left out: what arrives carries
 * the channel's number. Pure.
 */
export function pickerGroups(words: Pick<CatalogueWords, "groupTitle" | "titleOf">): PickerGroup[] {
  return GROUPS.map((whole) => ({
    name: words.groupTitle(whole),
    options: CATALOGUE.filter(({ group, isPerChannel }) => group === whole.id && !isPerChannel).map(
      ({ scope }) => ({ value: scope, label: words.titleOf(scope) }),
    ),
  })).filter(({ options }) => options.length > 0);
}

/** The scopes that deliveries carry: a wildcard stands for its members. Pure. */
export function deliveredScopes(scopes: readonly string[]): string[] {
  return [...new Set(scopes.flatMap((scope) => [scope, ...(findEntry(scope)?.covers ?? [])]))];
}
