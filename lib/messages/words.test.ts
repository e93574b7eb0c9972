import { describe, expect, test } from "vitest";
import { languageOf } from "#lib/contract/values/language-of.ts";
import { speaking } from "#lib/messages/language.ts";
import * as de from "#lib/messages/de/server/index.ts";
import * as en from "#lib/messages/en/server/index.ts";
import * as es from "#lib/messages/es/server/index.ts";
import * as fr from "#lib/messages/fr/server/index.ts";
import { saidHere, wordsHere } from "#lib/messages/here.ts";

function* leaves(value: unknown, place = ""): Generator<[place: string, leaf: unknown]> {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${place}.${key}`);
  } else yield [place, typeof value === "function" ? String(value(3, 3, [])) : value];
}
// The event types' have tests of their own, beside the catalogue: English has some of them there.
const words = (all: typeof en) => leaves({ ...all, WRITTEN: {}, EVENT_TYPES: {}, EVENT_SENTENCES: {} });

describe.each(Object.entries({ de, fr, es }))("what the server says in %s", (language, other) => {
  test("is said in that language, all of it", () => {
    const english = new Map(words(en));
    const told = [...words(other)];
    expect(told.map(([place]) => place).toSorted()).toEqual([...english.keys()].toSorted());
    expect(told.filter(([place, leaf]) => leaf === english.get(place))).toEqual([]);
  });

  test("has every sentence that is written down in English", () => {
    expect(Object.keys(other.WRITTEN)).toEqual(Object.keys(de.WRITTEN));
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

test("what was written down in English is said as it is where nobody foresaw it", () => {
  expect(speaking("de", () => saidHere("It was turned off here."))).toBe("Er wurde hier ausgeschaltet.");
  expect(speaking("de", () => saidHere("Something else."))).toBe("Something else.");
  expect(speaking("de", () => saidHere("constructor"))).toBe("constructor");
  expect(saidHere("It was turned off here.")).toBe("It was turned off here.");
});
