import { type Language, LANGUAGES, PANEL_LOCALES } from "#lib/contract/values/languages.ts";
import { speaking } from "#lib/messages/language.ts";
import { wordsHere } from "#lib/messages/here.ts";
import type { Extension, ExtensionLabel, NewExtension } from "#lib/platform/bigcommerce/extensions.ts";
import { entryUrl, type List, LISTS } from "./lists.ts";

/** Opens beside the list, which stays as it is. */
const CONTEXT = "PANEL";

/** One thing to do about a store's entries. */
export type ExtensionStep =
  | { do: "create"; extension: NewExtension }
  | { do: "update"; id: string; extension: NewExtension }
  | { do: "remove"; id: string };

/** The entries of a store whose owner wants them: one for each list, named in every language that we speak. */
export function allExtensions(): NewExtension[] {
  return LISTS.map((list) => ({
    model: list.model,
    context: CONTEXT,
    url: entryUrl(list),
    label: labelOf(list),
  }));
}

function labelOf({ model }: List): ExtensionLabel {
  const nameIn = (language: Language) => speaking(language, () => wordsHere().LIST_ENTRIES[model]);
  const locales = LANGUAGES.flatMap((language) =>
    PANEL_LOCALES[language].map((localeCode) => ({ localeCode, value: nameIn(language) })),
  );
  return { defaultValue: nameIn(LANGUAGES[0]), locales };
}

/**
 * What makes the entries that a store has those that it is to have: of each list one panel, any other is taken away first,
 * because BigCommerce allows two. What is no panel of our lists is left alone. Pure.
 */
export function extensionSteps(
  wanted: readonly NewExtension[],
  found: readonly Extension[],
): ExtensionStep[] {
  const panels = found.filter(
    ({ model, context }) => context === CONTEXT && LISTS.some((list) => list.model === model),
  );
  const kept = wanted.map((extension) => ({
    extension,
    panel: panels.find(({ model }) => model === extension.model),
  }));
  const surplus = panels.filter((panel) => !kept.some((each) => each.panel === panel));
  return [
    ...surplus.map(({ id }) => ({ do: "remove" as const, id })),
    ...kept.flatMap(({ extension, panel }): ExtensionStep[] => {
      if (!panel) return [{ do: "create", extension }];
      return isSame(panel, extension) ? [] : [{ do: "update", id: panel.id, extension }];
    }),
  ];
}

function isSame(panel: Extension, { url, label }: NewExtension): boolean {
  return panel.url === url && panel.label !== null && textOf(panel.label) === textOf(label);
}

/** BigCommerce does not say in which order it lists languages. */
function textOf({ defaultValue, locales }: ExtensionLabel): string {
  const pairs = locales.map(({ localeCode, value }) => `${localeCode}: ${value}`);
  return [defaultValue, ...pairs.toSorted()].join("\n");
}
