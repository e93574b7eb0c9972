import { describedScope } from "#lib/catalogue/descriptions.ts";
import { templateOf } from "#lib/catalogue/scope.ts";
import type { Description } from "#lib/catalogue/types.ts";
import type { CatalogueTexts } from "./event-type-texts.ts";

/** What is said of an event type beyond its title; null for what is none. */
export type DescriptionOf = (scope: string) => Description | null;

/** The English ones. */
export const descriptionOf: DescriptionOf = describedScope;

/** Makes that function of another language out of its texts. Pure. */
export function descriptionsIn({
  entries,
  contains,
}: Pick<CatalogueTexts, "entries" | "contains">): DescriptionOf {
  return (scope) => {
    const english = describedScope(scope);
    if (!english) return null;
    const [, summary = english.summary] = entries[templateOf(scope).replace(/^store\//, "")] ?? [];
    return { ...english, summary, contains: contains[english.contains] ?? english.contains };
  };
}
