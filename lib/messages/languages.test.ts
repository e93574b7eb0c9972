import { describe, expect, test } from "vitest";
import * as de from "./de/index.ts";
import * as en from "./en/index.ts";
import * as es from "./es/index.ts";
import * as fr from "./fr/index.ts";

const OTHERS = { de, fr, es };

/** The same word in every language. */
const NAMES = [
  "Webhook Keeper",
  "Keeper",
  "–",
  "Webhooks",
  "B2B",
  "Hash",
  "ID",
  "JSON",
  "cURL",
  "Fixture",
  "Slack",
  "Microsoft Teams",
  "Amazon Web Services",
  "Google Pub/Sub",
];
/** Texts that are the same word in a language as in English. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ["Live", "Export", "Test", "Payload", "Demo", "Name", "Domain"],
  fr: ["Notifications", "Pages", "Pause", "Test", "Action", "Type", "Destinations"],
  es: ["Demo", "General"],
};
/** Functions that only put together what they are given. */
const SAME_FUNCTIONS = [
  "events.EVENTS.bytes",
  "runs.RUNS.refusal",
  "webhookDetails.DETAILS.channelName",
  "webhookDetails.DETAILS.permissionOf",
  "webhookDetails.DETAILS.planLine",
];

/** The catalogue's functions have tests of their own: they know event types, not any words. */
const isSentence = (place: string) => !SAME_FUNCTIONS.includes(place) && !place.startsWith("catalogue.");

/** Every text, and every function that makes one, by its place: "events.EVENTS.live". */
function* leaves(value: unknown, place = ""): Generator<[place: string, leaf: unknown]> {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value))
      yield* leaves(inner, place === "" ? key : `${place}.${key}`);
  } else yield [place, value];
}

const kindOf = (leaf: unknown) => (typeof leaf === "function" ? `function of ${leaf.length}` : typeof leaf);
const shapeOf = (words: object) =>
  [...leaves(words)].map(([place, leaf]) => `${place}: ${kindOf(leaf)}`).toSorted();

/** Places that hold no words: names of areas, kinds of badges, keys of a keyboard, terms that a machine reads. */
const isWords = (place: string) => !/(^|\.)(area|variant|keys|term)$/.test(place);

/** What a function says of some numbers and of some words; nothing of what it cannot make a sentence of. */
function said(leaf: unknown): string[] {
  if (typeof leaf !== "function") return [];
  const attempts = [
    ["one", "two", "three"],
    [3, 4, 5],
  ];
  return attempts.flatMap((given) => {
    try {
      const text: unknown = leaf(...given);
      return typeof text === "string" ? [text] : [];
    } catch {
      return [];
    }
  });
}

const english = new Map(leaves(en));

describe.each(Object.entries(OTHERS))("%s", (language, words) => {
  test("says what English says, and nothing else", () => {
    expect(shapeOf(words)).toEqual(shapeOf(en));
  });

  test("leaves no text in English but those that are the same word", () => {
    const same = [...leaves(words)].filter(
      ([place, leaf]) => isWords(place) && typeof leaf === "string" && leaf === english.get(place),
    );
    const allowed = [...NAMES, ...(SAME[language] ?? [])];
    expect(same.filter(([, leaf]) => !allowed.includes(String(leaf)))).toEqual([]);
    expect(allowed.filter((text) => !same.some(([, leaf]) => leaf === text))).toEqual([]);
  });

  test("leaves no sentence in English that is made of what it is given", () => {
    const same = [...leaves(words)].filter(([place, leaf]) => {
      const [ours, theirs] = [said(leaf), said(english.get(place))];
      return ours.some((text, index) => text === theirs[index] && /[a-z]{3}/i.test(text));
    });
    expect(same.map(([place]) => place).filter(isSentence)).toEqual([]);
  });
});

test("each language counts in its own way", () => {
  const counted = (count: number) => [de, fr, es].map(({ overview }) => overview.OVERVIEW.fixed(count));
  expect(counted(0)).toEqual(["0 Webhooks behoben", "0 webhook corrigé", "0 webhooks corregidos"]);
  expect(counted(1)).toEqual(["1 Webhook behoben", "1 webhook corrigé", "1 webhook corregido"]);
  expect(counted(12_345)).toEqual([
    "12.345 Webhooks behoben",
    "12\u202f345 webhooks corrigés",
    "12.345 webhooks corregidos",
  ]);
  expect([en.overview.OVERVIEW.fixed(0), en.overview.OVERVIEW.fixed(1)]).toEqual([
    "Fixed 0 webhooks",
    "Fixed 1 webhook",
  ]);
});
