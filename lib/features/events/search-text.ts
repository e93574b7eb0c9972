import { wordsIn } from "#lib/folded-words.ts";
import type { Vocabulary } from "#lib/messages/event-vocabulary.ts";
import { ANYTHING, both, type Sought, type TextSought, type Thing } from "./sought.ts";

/** An id or its beginning, as lines of the log show it: "1023", "#1023", "41696c19…". */
const ID = /^#?[\w-]*\d[\w-]*…?$/;
const HASH = /^[0-9a-f]{40}$/i;
/** So many digits of a hash, or of the id of a cart, tell it from others; screens show as many. */
const START = /^[0-9a-f]{8,39}$/i;
/** The channel behind a line: " (channel 2)". */
const PLACE = / \(\p{L}+ \d+\)$/u;

/**
 * A line of the log without the values that it tells, of which nothing is searched: "Cotton Tea Towels: price USD 21.00 →
 * 20.50" is "Cotton Tea Towels". Any other text as it is. Pure.
 */
export function withoutValues(text: string): string {
  const [line = ""] = text.split(" · ");
  const told = line.includes("→") ? line.replace(/\s*:\s.*$/s, "") : line;
  return told.replace(PLACE, "");
}

/**
 * Reads free text: a hash, an event type, a thing ("order 1023"), an id, words of an event type's title or of a line of the
 * log ("Order 1090 was updated"), what a thing is called ("tea towels"), or several of these. Pure.
 */
export function freeText(text: string, vocabulary: Vocabulary): Sought {
  if (HASH.test(text)) return { ...ANYTHING, hashes: [text] };
  if (text.includes("/")) return { ...ANYTHING, scopes: scopesNamed(text, vocabulary) };
  const parts = text.split(" ");
  const [id] = parts.filter((part) => ID.test(part)).map((part) => part.replace(/^#/, ""));
  const words = wordsIn(parts.filter((part) => !ID.test(part)).join(" "));
  const type = vocabulary.types.get(words.join(" "));
  if (id !== undefined && type !== undefined) return about(type, id);
  return {
    ...ANYTHING,
    text: { plain: plainOf(text, id, words, vocabulary), ...calledOf(text, vocabulary) },
  };
}

/** What text asks for as a whole: the filters any of which finds it. None when it finds nothing. Pure. */
export function legsOf(sought: Sought, things: (names: readonly string[]) => readonly Thing[]): Sought[] {
  const { text, ...rest } = sought;
  if (!text) return [sought];
  const called = things(text.names);
  const told = called.length === 0 && text.line ? things(text.line.names) : [];
  return [
    ...text.plain,
    ...(called.length > 0 ? [{ ...ANYTHING, things: called }] : []),
    ...(told.length > 0 ? [{ ...ANYTHING, things: told, scopes: text.line?.scopes ?? null }] : []),
  ].map((each) => both({ ...rest, text: null }, each));
}

/** The names that have to be looked up before that is known. Pure. */
export function namesAsked({ text }: Sought): readonly (readonly string[])[] {
  return text ? [text.names, ...(text.line ? [text.line.names] : [])] : [];
}

/** What the text means without asking what things are called. */
function plainOf(
  text: string,
  id: string | undefined,
  words: readonly string[],
  vocabulary: Vocabulary,
): TextSought["plain"] {
  const scopes = describedBy(words, vocabulary);
  if (id === undefined) return scopes.length > 0 ? [{ ...ANYTHING, scopes }] : asId(text);
  if (words.length > 0) return scopes.length > 0 ? [{ ...about(null, id), scopes }] : [];
  return [about(null, id), ...(START.test(id) ? [startOfHash(id)] : [])];
}

/** Some things are named by a word rather than numbered. */
const asId = (text: string): Sought[] => (text.includes(" ") ? [] : [about(null, text)]);

/** Lines of the log cut long ids. */
function about(type: string | null, id: string): Sought {
  const start = id.endsWith("…") ? id.slice(0, -1) : null;
  return start !== null && START.test(start)
    ? { ...ANYTHING, start: { of: "resource", text: start } }
    : { ...ANYTHING, resources: [{ type, id: start ?? id }] };
}

/** What is asked for by a hash: all of it, or enough of its beginning. Pure. */
export function hashSought(hash: string): Sought {
  return START.test(hash.replace(/^body:/, "")) ? startOfHash(hash) : { ...ANYTHING, hashes: [hash] };
}

const startOfHash = (text: string): Sought => ({
  ...ANYTHING,
  start: { of: "hash", text: text.toLowerCase() },
});

function calledOf(text: string, vocabulary: Vocabulary): Pick<TextSought, "names" | "line"> {
  const names = wordsIn(text);
  const told = names.filter((word) => describedBy([word], vocabulary).length > 0);
  const rest = names.filter((word) => !told.includes(word));
  const scopes = describedBy(told, vocabulary);
  const isLine = rest.length > 0 && told.length > 0 && scopes.length > 0;
  return { names, line: isLine ? { names: rest, scopes } : null };
}

/** The event types in whose description all words stand, or words that begin with them; none for no words. */
function describedBy(words: readonly string[], { scopes }: Vocabulary): string[] {
  if (words.length === 0) return [];
  return scopes
    .filter((entry) => words.every((word) => entry.words.some((known) => known.startsWith(word))))
    .map(({ scope }) => scope);
}

/** An event type by its code or a part of it. */
function scopesNamed(text: string, { scopes }: Vocabulary): string[] {
  const known = scopes
    .map(({ scope }) => scope)
    .filter((scope) => scope.toLowerCase().includes(text.toLowerCase()));
  return known.includes(text) ? known : [...known, text];
}
