import { describe, expect, test } from "vitest";
import { CATALOGUE, GROUPS } from "./catalogue.ts";
import { describeEvent, describeIn } from "#lib/messages/describe-event.ts";
import { DE, DE_EVENTS } from "#lib/messages/de/event-types.ts";
import * as changes from "#lib/messages/en/changes.ts";
import { EN_EVENTS } from "#lib/messages/en/event-types.ts";
import { ES, ES_EVENTS } from "#lib/messages/es/event-types.ts";
import { FR, FR_EVENTS } from "#lib/messages/fr/event-types.ts";
import { descriptionOf, descriptionsIn } from "#lib/messages/event-type-descriptions.ts";
import { limitOf, limitsIn } from "#lib/messages/event-type-limits.ts";
import { PRESETS } from "./presets.ts";
import { samplePayload } from "./sample.ts";
import * as english from "#lib/messages/event-type-messages.ts";
import { catalogueWords } from "#lib/messages/event-type-messages.ts";

/** Names that are the same in a language as in English. */
const SAME_TITLES = new Set(["B2B", "Carts"]);

const LANGUAGES = [
  ["German", DE, DE_EVENTS],
  ["French", FR, FR_EVENTS],
  ["Spanish", ES, ES_EVENTS],
] as const;

test("every language names every order status, each by a name of its own", () => {
  const all = [EN_EVENTS, ...LANGUAGES.map(([, , texts]) => texts)].map((texts) => texts.orderStatuses);
  for (const names of all) expect(new Set(names).size).toBe(EN_EVENTS.orderStatuses.length);
});

describe.each(LANGUAGES)("the catalogue in %s", (_, texts, ofEvents) => {
  const words = catalogueWords(texts);
  const describeHere = describeIn(ofEvents, { ...words, ...changes }, "en-US");
  const limits = limitsIn(texts.limits);
  const descriptionHere = descriptionsIn(texts);

  test("has words of its own for every event type, and for no other", () => {
    const paths = CATALOGUE.map(({ scope }) => scope.slice("store/".length));
    expect(Object.keys(texts.entries).toSorted()).toEqual(paths.toSorted());
    for (const entry of CATALOGUE) {
      expect(words.entryWords(entry).title, entry.scope).not.toBe(entry.title);
      const [said, inEnglish] = [descriptionHere(entry.scope), descriptionOf(entry.scope)];
      expect(said?.summary, entry.scope).not.toBe(inEnglish?.summary);
      expect(said?.summary, entry.scope).toMatch(/\.$/);
      expect(said?.contains, entry.scope).not.toBe(inEnglish?.contains);
    }
    const titles = CATALOGUE.map(({ scope }) => words.titleOf(scope));
    expect(new Set(titles).size).toBe(titles.length);
  });

  test("says what each event type leaves out", () => {
    for (const entry of CATALOGUE) expect(limits(entry), entry.scope).not.toBe(limitOf(entry));
    expect(Object.keys(texts.limits.own).length).toBeGreaterThan(30);
  });

  test("describes what happened wherever English does", () => {
    expect(Object.keys(ofEvents.phrases).toSorted()).toEqual(Object.keys(EN_EVENTS.phrases).toSorted());
    expect(Object.keys(ofEvents.verbPhrases)).toEqual(Object.keys(EN_EVENTS.verbPhrases));
    for (const { scope } of CATALOGUE) {
      const { scope: delivered, data } = samplePayload(scope, "abc123");
      const said = describeHere(delivered, data);
      expect(said, scope).not.toBe(describeEvent(delivered, data));
      const isTold = describeEvent(delivered, data) !== english.titleOf(delivered);
      expect(said !== words.titleOf(delivered), scope).toBe(isTold);
    }
  });

  test("names groups and sets", () => {
    for (const group of GROUPS)
      if (!SAME_TITLES.has(group.title)) expect(words.groupTitle(group)).not.toBe(group.title);
    for (const preset of PRESETS) expect(words.presetWords(preset).summary).not.toBe(preset.summary);
  });
});

test("a thing has its name in each language", () => {
  const order = { type: "order", id: 1023 };
  const said = LANGUAGES.map(([, texts, ofEvents]) =>
    describeIn(ofEvents, { ...catalogueWords(texts), ...changes }, "en-US")("store/order/created", order),
  );
  expect(said).toEqual([
    "Bestellung 1023 wurde angelegt",
    "Commande 1023\u00a0: création",
    "Pedido 1023: creación",
  ]);
  const german = describeIn(DE_EVENTS, { ...catalogueWords(DE), ...changes }, "de");
  expect(german("store/channel/2/order/created", { order_id: 7 })).toBe(
    "Bestellung 7 wurde angelegt (Kanal 2)",
  );
});
