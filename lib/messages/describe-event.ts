import { findEntry } from "#lib/catalogue/catalogue.ts";
import { resourceOf } from "#lib/catalogue/resource.ts";
import { partsOf } from "#lib/catalogue/scope.ts";
import { SOURCE_EVENTS } from "#lib/contract/values/destinations.ts";
import type { FieldChange } from "#lib/contract/changes.ts";
import { EN_EVENTS } from "./en/event-types.ts";
import * as englishChanges from "./en/changes.ts";
import type { EventTexts } from "./event-type-texts.ts";
import * as english from "./event-type-messages.ts";
import { own, type CatalogueWords } from "./event-type-messages.ts";
import { facts, sourceTypeOf } from "./event-facts.ts";
import { money } from "./format/money.ts";

/** What is known of the thing that an event is about besides its number, because it was read. */
export interface KnownThing {
  /** What people call it, such as "Cotton Tea Towels"; null leaves it to its number. */
  name: string | null;
  /** What an order comes to. */
  total: { amount: number; currency: string | null } | null;
  /** Whose order it is; null also for those who may not see it. */
  person: string | null;
  /** What the event changed, what matters most first, as far as whoever reads may see it. */
  changes: readonly FieldChange[];
}

/** Nothing was read of a thing. */
export const UNREAD: KnownThing = { name: null, total: null, person: null, changes: [] };

/**
 * One line on what happened, from a delivery's scope, the `data` of its body, and what is known of its thing: "Order 1023
 * was created · USD 42.00", "Cotton Tea Towels: price USD 21.00 → 20.50", "Cart 41696c19… was abandoned (channel 2)".
 * Falls back to the title, and for unknown scopes to the scope. Pure; never throws.
 */
export type DescribeEvent = (scope: string, data: unknown, known?: KnownThing) => string;

/** Changes that are told in the line; further ones are counted. */
const CHANGES_TOLD = 2;
/** What an event of these paths did is what is different since. */
const IS_UPDATE = /(?:^|\/)(?:updated|stock_changed|statusUpdated)$/;
/** Paths of what belongs to a thing and is no part of it. */
const IS_APART = /(?:^|\/)(?:metafield|address|message|transaction|lineItem|payment|login)(?:\/|$)/;
/** What a whole amount is told with. */
const HAS_TOTAL = /^(?:order\/created|cart\/converted)$/;
/** Nobody says of a person that they were created: what the store keeps of them was. */
const MADE_OF_PERSON = /^customer\/(?:created|deleted)$/;

/** What is said of events of a path, with `{}` for the thing; null where nothing is. Pure. */
export function phraseOf(texts: EventTexts, path: string): string | null {
  const phrase = own(texts.phrases, path);
  if (phrase !== undefined) return phrase;
  const last = path.slice(path.lastIndexOf("/") + 1);
  const phrases = /(^|\/)metafield\//.test(path) ? texts.metafieldPhrases : texts.verbPhrases;
  return own(phrases, last) ?? null;
}

/** The words that an event is told with, in one language. */
type Words = Pick<CatalogueWords, "titleOf" | "titleWithChannel" | "resourceLabel"> &
  Pick<typeof englishChanges, "fieldName" | "changeValue">;

/**
 * What an event changed, each in a few words ("price USD 21.00 → 20.50"), what matters most first; empty where nothing is
 * known, or where it changed no thing. Pure.
 */
export type TellChanges = (scope: string, data: unknown, known: KnownThing) => readonly string[];

const lowered = (text: string, does: boolean) =>
  does && /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** Makes that function of a language out of its texts and its words. Pure. @param tag Such as "en-US". */
export function changesIn(
  texts: EventTexts,
  { fieldName, changeValue }: Pick<Words, "fieldName" | "changeValue">,
  tag: string,
): TellChanges {
  const changeText = (change: FieldChange) => {
    const value = changeValue(change, { tag, timeZone: "UTC" });
    return change.path.join() === "status"
      ? value
      : `${lowered(fieldName(change.path), texts.lowersFields)} ${value}`;
  };

  return (scope, data, { changes }) => {
    const { path } = partsOf(scope);
    if (!IS_UPDATE.test(path) || IS_APART.test(path)) return [];
    const { statuses } = facts(path, data);
    if (statuses) return [statuses.map((id) => texts.orderStatuses[id] ?? String(id)).join(" → ")];
    return changes.map(changeText);
  };
}

/** Makes that function of a language out of its texts and its words. Pure. @param tag Such as "en-US". */
export function describeIn(texts: EventTexts, words: Words, tag: string): DescribeEvent {
  const { titleOf, titleWithChannel, resourceLabel } = words;
  const changesOf = changesIn(texts, words, tag);

  const whatChanged = (scope: string, data: unknown, known: KnownThing) => {
    const all = changesOf(scope, data, known);
    const left = all.length - CHANGES_TOLD;
    const told = [...all.slice(0, CHANGES_TOLD), ...(left > 0 ? [texts.more(left)] : [])];
    return told.length === 0 ? null : told.join(", ");
  };

  const withTotal = (path: string, { total, person }: KnownThing) =>
    HAS_TOTAL.test(path)
      ? [...(total ? [money(total.amount, total.currency, tag)] : []), ...(person === null ? [] : [person])]
      : [];

  const aboutSource = (scope: string, data: unknown) => {
    const of = SOURCE_EVENTS.find((each) => each === scope);
    const about = sourceTypeOf(data);
    return of && about !== null ? texts.source[of](titleWithChannel(about)) : null;
  };

  return (scope, data, known = UNREAD) => {
    const entry = findEntry(scope);
    if (!entry) return aboutSource(scope, data) ?? scope;
    const { path, channelId } = partsOf(scope);
    const resource = resourceOf(scope, data);
    const phrase = entry.isWildcard ? null : phraseOf(texts, path);
    const place = channelId === null ? "" : texts.channel(channelId);
    if (!resource || phrase === null) return `${titleOf(scope)}${place}`;
    const label =
      known.name === null || MADE_OF_PERSON.test(path)
        ? resourceLabel({ ...resource, id: known.name ?? resource.id })
        : known.name;
    const changed = whatChanged(scope, data, known);
    if (changed !== null) return `${texts.told(label, changed)}${place}`;
    const { order } = facts(path, data);
    const said =
      order === null
        ? // A function, because `$` has a meaning in replacement text.
          phrase.replace("{}", () =>
            phrase.startsWith("{}") || known.name !== null ? label : lowered(label, texts.lowersNames),
          )
        : texts.becameOrder(label, order);
    return [`${said}${place}`, ...withTotal(path, known)].join(" · ");
  };
}

/** The same in English. */
export const describeEvent = describeIn(EN_EVENTS, { ...english, ...englishChanges }, "en-US");
