import { findEntry } from "#lib/catalogue/catalogue.ts";
import { EN } from "./en/event-types.ts";
import type { CatalogueTexts } from "./event-type-texts.ts";
import type { Preset } from "#lib/catalogue/presets.ts";
import type { Resource } from "#lib/catalogue/resource.ts";
import { partsOf } from "#lib/catalogue/scope.ts";
import type { CatalogueEntry, GroupId } from "#lib/catalogue/types.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** A text by a word that came from outside, which may be the name of what every object has. */
export const own = (texts: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;

/** What is said of the catalogue in one language. */
export interface CatalogueWords {
  /** The title of an event type, such as "Order created"; an unknown scope is its own title. */
  titleOf(scope: string): string;
  /**
   * A thing's name for a person, such as "Order 1023" or "Price list 5". UUIDs are cut to their first eight
   * digits, which are enough to tell things apart in a list.
   */
  resourceLabel(resource: Resource): string;
  /** The title of an event type with its channel where it is of a single one: "Channel order created, channel 2". */
  titleWithChannel(scope: string): string;
  /** An entry of the catalogue in this language; the same object for the same entry. */
  entryWords(entry: CatalogueEntry): CatalogueEntry;
  /** A ready-made set in this language. */
  presetWords(preset: Preset): Preset;
  groupTitle(group: { id: GroupId; title: string }): string;
}

/** Texts of a language; what English has elsewhere is left out. */
type Texts = Omit<CatalogueTexts, "groups" | "presets" | "entries" | "contains" | "limits"> &
  Partial<Pick<CatalogueTexts, "groups" | "presets" | "entries" | "contains">>;

/** Makes a language's words out of its texts. Pure. */
export function catalogueWords(texts: Texts): CatalogueWords {
  const titled = (entry: CatalogueEntry) => texts.entries?.[entry.scope.replace(/^store\//, "")];
  const translated = new Map<CatalogueEntry, CatalogueEntry>();

  const titleOf = (scope: string) => {
    const entry = findEntry(scope);
    return entry ? (titled(entry)?.[0] ?? entry.title) : scope;
  };

  const resourceLabel = ({ type, id }: Resource) => {
    const words = type.replaceAll("_", " ");
    const name = own(texts.types, type) ?? words.charAt(0).toUpperCase() + words.slice(1);
    return `${name} ${UUID.test(id) ? `${id.slice(0, 8)}…` : id}`;
  };

  return {
    titleOf,
    resourceLabel,
    titleWithChannel(scope) {
      const { channelId } = partsOf(scope);
      return channelId !== null && findEntry(scope)
        ? texts.channelAfter(titleOf(scope), channelId)
        : titleOf(scope);
    },
    entryWords(entry) {
      const words = titled(entry);
      if (!words) return entry;
      const known = translated.get(entry);
      if (known) return known;
      const made = { ...entry, title: words[0] };
      translated.set(entry, made);
      return made;
    },
    presetWords(preset) {
      const [title, summary] = texts.presets?.[preset.id] ?? [preset.title, preset.summary];
      return { ...preset, title, summary };
    },
    groupTitle: ({ id, title }) => texts.groups?.[id] ?? title,
  };
}

/** The words of English. */
export const { titleOf, resourceLabel, titleWithChannel, entryWords, presetWords, groupTitle } =
  catalogueWords(EN);
