import { findEntry } from "#lib/catalogue/catalogue.ts";
import { EN_EVENTS } from "./en/event-types.ts";
import type { EventTexts } from "./event-type-texts.ts";
import { resourceOf } from "#lib/catalogue/resource.ts";
import { partsOf } from "#lib/catalogue/scope.ts";
import * as english from "./event-type-messages.ts";
import { own, type CatalogueWords } from "./event-type-messages.ts";

/**
 * One line on what happened, from a delivery's scope and the `data` of its body: "Order 1023 was created",
 * "Cart 41696c19… was abandoned (channel 2)". Falls back to the title, and for unknown scopes to the scope.
 * Pure; never throws.
 */
export type DescribeEvent = (scope: string, data: unknown) => string;

/** Makes that function of a language out of its texts and its words. Pure. */
export function describeIn(
  texts: EventTexts,
  { titleOf, resourceLabel }: Pick<CatalogueWords, "titleOf" | "resourceLabel">,
): DescribeEvent {
  const inSentence = (label: string) =>
    texts.lowersNames && /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

  const phraseOf = (path: string) => {
    const phrase = own(texts.phrases, path);
    if (phrase !== undefined) return phrase;
    const last = path.slice(path.lastIndexOf("/") + 1);
    const phrases = /(^|\/)metafield\//.test(path) ? texts.metafieldPhrases : texts.verbPhrases;
    return own(phrases, last) ?? null;
  };

  return (scope, data) => {
    const entry = findEntry(scope);
    if (!entry) return scope;
    const { path, channelId } = partsOf(scope);
    const resource = resourceOf(scope, data);
    const phrase = entry.isWildcard ? null : phraseOf(path);
    const place = channelId === null ? "" : texts.channel(channelId);
    if (!resource || phrase === null) return `${titleOf(scope)}${place}`;
    const label = resourceLabel(resource);
    // A function, because `$` has a meaning in replacement text.
    return phrase.replace("{}", () => (phrase.startsWith("{}") ? label : inSentence(label))) + place;
  };
}

/** The same in English. */
export const describeEvent = describeIn(EN_EVENTS, english);
