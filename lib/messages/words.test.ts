import { describe, expect, test } from "vitest";
import { languageOf } from "#lib/contract/values/language-of.ts";
import { speaking } from "#lib/messages/language.ts";
import * as de from "#lib/messages/de/server/index.ts";
import * as en from "#lib/messages/en/server/index.ts";
import * as es from "#lib/messages/es/server/index.ts";
import * as fr from "#lib/messages/fr/server/index.ts";
import { wordsHere } from "#lib/messages/here.ts";

function* leaves(value: unknown, place = ""): Generator<[place: string, leaf: unknown]> {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${place}.${key}`);
  } else yield [place, typeof value === "function" ? String(value(3, 3, [])) : value];
}
// The event types' and the changes' have tests of their own: English has some of them in the catalogue. What is kept as a code takes
// names and not numbers: stored-sentences.test.ts says each of them.
const words = (all: typeof en) =>
  leaves({ ...all, SENTENCES: {}, EVENT_TYPES: {}, EVENT_SENTENCES: {}, EVENT_CHANGES: {} });

describe.each(Object.entries({ de, fr, es }))("what the server says in %s", (language, other) => {
  test("is said in that language, all of it", () => {
    const english = new Map(words(en));
    const told = [...words(other)];
    expect(told.map(([place]) => place).toSorted()).toEqual([...english.keys()].toSorted());
    expect(told.filter(([place, leaf]) => leaf === english.get(place))).toEqual([]);
  });

  test("is what is said while that language is spoken", async () => {
    const problem = () => wordsHere().PROBLEMS.NOT_FOUND.title;
    await speaking(languageOf(language), async () => {
      await Promise.resolve();
      expect(problem()).toBe(other.PROBLEMS.NOT_FOUND.title);
    });
    expect(problem()).toBe("This doesn't exist");
  });
});
