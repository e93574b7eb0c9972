import { expect, test } from "vitest";
import { LANGUAGES } from "#lib/contract/values/languages.ts";
import { speaking } from "#lib/messages/language.ts";
import { wordsHere } from "#lib/messages/here.ts";
import { entryUrl, eventsPageOf, LISTS } from "./lists.ts";

test("every entry's link leads to the events of its row, and BigCommerce takes its address", () => {
  const links = LISTS.map((list) => entryUrl(list));
  expect(links.map((link) => eventsPageOf(link.replace("${id}", "1023")))).toEqual([
    "/events?resource=order%3A1023&time=30d",
    "/events?resource=product%3A1023&time=30d",
    "/events?resource=customer%3A1023&time=30d",
  ]);
  expect(Math.max(...links.map(({ length }) => length))).toBeLessThanOrEqual(255);
});

test.each(["/orders/x/events", "/orders/1/events/2", "/orders/1", "/carts/1/events", "/orders//events"])(
  "%s is no entry's link",
  (link) => {
    expect(eventsPageOf(link)).toBeNull();
  },
);

test("no name of an entry is longer than BigCommerce shows well", () => {
  const names = LANGUAGES.flatMap((language) =>
    speaking(language, () => Object.values(wordsHere().LIST_ENTRIES)),
  );
  expect(names).toHaveLength(LANGUAGES.length * LISTS.length);
  expect(names.filter((name) => name.length > 25)).toEqual([]);
});
