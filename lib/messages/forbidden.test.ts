import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * English that once stood on a screen and was replaced because it was untrue or hard to read. In alphabetical order, so
 * that several people may add to it.
 */
const REPLACED: readonly string[] = [
  "a check is already running",
  "accepts this app's address",
  "all … events” webhook",
  "are switched off",
  "as in the control panel",
  "as many views as fit",
  "as on the day before",
  "as they were",
  "as this app reads it",
  "asked us to slow down",
  "available again when bigcommerce",
  "became an order",
  "before the file was whole",
  "being read. this takes some seconds",
  "bigcommerce silent",
  "bigcommerce turned off the webhook",
  "by ourselves",
  "by the app itself",
  "changes are not saved yet",
  "choose single event types",
  "comes without the agreed",
  "delay from shop to app",
  "deliveries are refused",
  "did not let us copy",
  "email is not set up by whoever",
  "events arrive, but",
  "events at most",
  "everything bigcommerce sent",
  "everything the filters find",
  "filters leave it out",
  "found at bigcommerce, made by",
  "goes on trying",
  "got a message",
  "got a refund",
  "half arrive within",
  "hash or key:value",
  "is no longer counted",
  "is put right",
  "it came within a second",
  "it counts nowhere",
  "it does not exist anymore",
  "it is left so until",
  "it stays as it was",
  "keep events for so many days",
  "know who joins",
  "lost an item",
  "most likely",
  "need you",
  "needs a shorter time range",
  "no valid http",
  "nobody needs to know it",
  "none on the day before",
  "nothing brings",
  "nothing was refused",
  "only the owner of the store can",
  "open alerts",
  "our database was down",
  "overview says why",
  "proof of origin",
  "puts it right",
  "putting right",
  "quota at bigcommerce",
  "re-register it",
  "read what changed",
  "ready-made sets",
  "renewal of the webhook secret begun",
  "repair by itself",
  "see every event your store sends",
  "set to tell only",
  "show what is kept",
  "signed request to",
  "some perhaps never",
  "somebody else sent",
  "still arrive",
  "take longer than usual",
  "takes a break",
  "takes longer than usual",
  "that was too quick",
  "the app renews it",
  "the check did not work",
  "the delay is that of",
  "the last delivery was refused",
  "the states of your webhooks",
  "the store lets it read",
  "these are all",
  "these are on already",
  "this app",
  "this is not understood",
  "times are those of",
  "to read the rest",
  "to share one, send its address",
  "too much to look through",
  "try again every minute",
  "wait a moment, then look again",
  "was acknowledged",
  "was switched off",
  "webhooks that exist twice",
  "what helps",
  "what holds for",
  "what is done stays",
  "what this store may ask of bigcommerce",
  "what was refused",
  "where your browser keeps downloads",
  "who hears of it",
  "whoever runs the app",
  "without the agreed secret",
  "you have a view of",
];

/** A file without its comments, which nobody reads on a screen. */
function textsOf(file: string): string {
  return readFileSync(file, "utf8")
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .toLowerCase();
}

test("no English text says what was replaced", () => {
  const files = globSync("lib/messages/en/**/*.ts").filter((file) => !file.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(30);
  const found = files.flatMap((file) => {
    const texts = textsOf(file);
    return REPLACED.filter((phrase) => texts.includes(phrase)).map((phrase) => `${file}: ${phrase}`);
  });
  expect(found).toEqual([]);
});

test("no text of another language speaks of this app, either", () => {
  const files = globSync("lib/messages/{de,es,fr}/**/*.ts");
  expect(files.length).toBeGreaterThan(90);
  const found = files.filter((file) =>
    /\bdiese[rs]? app\b|cette application|esta aplicación/.test(textsOf(file)),
  );
  expect(found).toEqual([]);
});

test("no German text is English word by word where it was said better", () => {
  const texts = globSync("lib/messages/de/**/*.ts")
    .map((file) => textsOf(file))
    .join("\n");
  const replaced = [
    "ankommen sehen",
    "anderswo auf dem gleichen stand",
    "kommen an innerhalb",
    "wissen sie, wer",
  ];
  expect(replaced.filter((phrase) => texts.includes(phrase))).toEqual([]);
});

test("the list is written as texts are compared, and in order", () => {
  expect(REPLACED.map((phrase) => phrase.toLowerCase())).toEqual(REPLACED);
  expect([...new Set(REPLACED)].toSorted()).toEqual(REPLACED);
});

test("English has one apostrophe", () => {
  const files = ["lib/messages/event-type-limits.ts", ...globSync("lib/messages/en/**/*.ts")];
  expect(files.filter((file) => readFileSync(file, "utf8").includes("’"))).toEqual([]);
});
