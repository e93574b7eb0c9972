import { CATALOGUE } from "#lib/catalogue/catalogue.ts";
import { RESOURCE_TYPES } from "#lib/catalogue/resource.ts";
import { partsOf } from "#lib/catalogue/scope.ts";
import { wordsIn } from "#lib/folded-words.ts";
import { EN, EN_EVENTS } from "./en/event-types.ts";
import { phraseOf } from "./describe-event.ts";
import { catalogueWords, type CatalogueWords } from "./event-type-messages.ts";
import type { EventTexts } from "./event-type-texts.ts";

/** What event types and things are called, for a search. */
export interface Vocabulary {
  /** Each event type that is delivered, with the words of its title and of the lines that tell it. */
  readonly scopes: readonly { scope: string; words: readonly string[] }[];
  /** A type of thing by what it is called: "orders", "order", and the word of the language. */
  readonly types: ReadonlyMap<string, string>;
}

/**
 * The vocabulary of a language and of English, which is what event types are called in code. Pure.
 * @param texts What is said of single events in the language.
 */
export function vocabularyOf(texts: EventTexts, words: CatalogueWords): Vocabulary {
  const english = catalogueWords(EN);
  const scopes = CATALOGUE.filter(({ isWildcard }) => !isWildcard).map(({ scope, title }) => ({
    scope,
    words: wordsIn(
      [scope, title, words.titleOf(scope), ...linesOf(scope, EN_EVENTS), ...linesOf(scope, texts)].join(" "),
    ),
  }));
  const types = RESOURCE_TYPES.flatMap((type) =>
    [english, words].flatMap((spoken) => {
      const name = wordsIn(spoken.resourceLabel({ type, id: "" })).join(" ");
      return [[name, type] as const, [`${name}s`, type] as const];
    }),
  );
  return { scopes, types: new Map(types) };
}

/** What a language says of an event type, without the thing. */
function linesOf(scope: string, texts: EventTexts): string[] {
  const { path } = partsOf(scope);
  return [phraseOf(texts, path) ?? "", path === "cart/converted" ? texts.becameOrder("", "") : ""];
}
