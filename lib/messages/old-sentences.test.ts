import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainCode, Sentence } from "#lib/contract/sentences.ts";
import { ALERT_CAUSES, type AlertCause } from "#lib/contract/values/alerts.ts";
import { type Language, LANGUAGES } from "#lib/contract/values/languages.ts";
import { reasonHere, sentenceHere, toldHere } from "#lib/messages/here.ts";
import { speaking } from "#lib/messages/language.ts";
import { oldReason, oldTold } from "./old-sentences.ts";
import { plainSentence } from "./stored-sentences.ts";

const count = fc.nat(1_000_000);
const NEW_CAUSES = ["no_secret", "destination_ill", "destination_off", "deliveries_failed"] as const;
/** The causes that there were then. */
type OldCause = Exclude<AlertCause, (typeof NEW_CAUSES)[number]>;
const OLD_CAUSES = ALERT_CAUSES.filter(
  (each): each is OldCause => !NEW_CAUSES.some((cause) => cause === each),
);
const cause = fc.constantFrom(...OLD_CAUSES);
const inAll = (say: () => string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, speaking(language, say)]));

/** What the version before wrote, in its own words: nobody changes them any more. */
const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const ERASED = (type: string, events: number, states: number) => {
  const amounts = [
    ...(events > 0 ? [counted(events, "event", "events")] : []),
    ...(states > 0 ? [counted(states, "known state", "known states")] : []),
  ];
  return `${amounts.join(" and ") || "Nothing"} about one ${type.replaceAll("_", " ")}.`;
};
const ALERTS: Readonly<Record<OldCause, (n: number) => string>> = {
  off_by_bigcommerce: (n) => `${counted(n, "webhook was", "webhooks were")} switched off by BigCommerce.`,
  missing: (n) => `${counted(n, "webhook is", "webhooks are")} missing at BigCommerce.`,
  wrong_address: (n) => `${counted(n, "webhook delivers", "webhooks deliver")} to another address.`,
  wrong_secret: (n) => `${counted(n, "webhook comes", "webhooks come")} without the agreed secret.`,
  doubled: (n) => `${counted(n, "webhook exists", "webhooks exist")} twice at BigCommerce.`,
  over_limit: (n) =>
    `BigCommerce refuses ${counted(n, "webhook", "webhooks")}: it allows 10 of one event type.`,
  blocked: (n) =>
    `BigCommerce pauses deliveries of ${counted(n, "webhook", "webhooks")} because too many failed.`,
  going_quiet: (n) => `${counted(n, "webhook has", "webhooks have")} brought no event for 75 days.`,
  needs_reauthorisation: () => "The store has to accept this app again.",
  unreachable: () => "BigCommerce has not answered for two hours.",
  refusing: () => "Deliveries are refused, and no event has arrived since.",
};
const OF_STORES = new Set<AlertCause>(["needs_reauthorisation", "unreachable", "refusing"]);

describe("a sentence from before there were codes", () => {
  test.each<[string, PlainCode]>([
    ["The webhook secret of this store was renewed.", "secret_renewed"],
    ["It was turned off here.", "hook_unwanted"],
    ["BigCommerce does not have this webhook.", "hook_missing"],
    ["BigCommerce sends these events to another address of this app.", "hook_elsewhere"],
    ["Events arrive without the agreed secret.", "hook_without_secret"],
    ["It is switched off at BigCommerce.", "hook_off"],
    ["This webhook brings events a second time that are turned on one by one.", "hook_brings_doubles"],
    ["It belongs to another installation of this app.", "hook_of_others"],
    ["BigCommerce has a second webhook for this event type.", "hook_doubled"],
    ["BigCommerce said that this person no longer has access.", "access_withdrawn"],
    ["Who runs this app wants to hear of failed deliveries.", "exceptions_wanted"],
    ["It did not reach this app as agreed.", "exceptions_astray"],
    ["Who runs this app no longer asks for it.", "exceptions_unwanted"],
    ["A new store begins with this set.", "starter_set"],
    ["BigCommerce did not carry it out, so that it is as it was before.", "wish_refused"],
    [
      "BigCommerce did not say what the store grants. The app takes what it asked for as granted.",
      "grant_without_scopes",
    ],
    [
      "BigCommerce did not say who owns the store. The app knows the owner once they open it.",
      "grant_without_owner",
    ],
    ["BigCommerce did not say which account the store belongs to.", "grant_without_account"],
    ["BigCommerce did not say the e-mail address of who installed the app.", "grant_without_email"],
  ])("%s", (old, code) => {
    expect(inAll(() => reasonHere(old))).toEqual(inAll(() => sentenceHere(plainSentence(code))));
  });

  test("with numbers and names is read in every language, numbers included", () => {
    const type = fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/);
    const old: fc.Arbitrary<[string, Sentence]> = fc.oneof(
      fc
        .record({ days: count })
        .map((params): [string, Sentence] => [
          `Without an event for ${params.days} days, it is renewed before BigCommerce switches it off.`,
          { code: "hook_quiet", params },
        ]),
      fc
        .record({ hours: count })
        .map((params): [string, Sentence] => [
          `Every webhook has carried the new secret for ${params.hours} hours.`,
          { code: "secret_everywhere", params },
        ]),
      fc
        .record({ days: count, hooks: count })
        .map((params): [string, Sentence] => [
          `${params.days} days are over. Webhooks that still carry the old secret: ${params.hooks}.`,
          { code: "secret_time_over", params },
        ]),
      fc
        .record({ days: count })
        .map((params): [string, Sentence] => [
          `The app was removed ${params.days} days ago.`,
          { code: "store_removed", params },
        ]),
      fc
        .record({ type, events: fc.nat(3), states: fc.nat(3) })
        .map((params): [string, Sentence] => [
          ERASED(params.type, params.events, params.states),
          { code: "data_erased", params },
        ]),
      fc
        .record({ type, events: count })
        .map((params): [string, Sentence] => [
          `BigCommerce sent ${counted(params.events, "erased event", "erased events")} about one ${params.type.replaceAll("_", " ")} again.`,
          { code: "data_came_again", params },
        ]),
      fc
        .record({ cause, count })
        .map((params): [string, Sentence] => [
          ALERTS[params.cause](params.count),
          { code: "alert", params: OF_STORES.has(params.cause) ? { ...params, count: 0 } : params },
        ]),
    );
    fc.assert(
      fc.property(old, ([text, sentence]) => {
        expect(oldReason(text)).toEqual(sentence);
        expect(inAll(() => reasonHere(text))).toEqual(inAll(() => sentenceHere(sentence)));
      }),
      { numRuns: 500 },
    );
  });

  test("about whom something was told is read by its parts", () => {
    const addresses = fc.array(
      fc.constantFrom("ana@example.com", "ben@example.com", "https://a.example.com"),
    );
    fc.assert(
      fc.property(addresses, fc.uniqueArray(cause), (recipients, mutedCauses) => {
        const muted = mutedCauses.length === 0 ? "" : `; not of ${mutedCauses.join(", ")}`;
        const params = { recipients, mutedCauses };
        expect(oldTold(`${recipients.join(", ") || "nobody"}${muted}`)).toEqual({ code: "told", params });
      }),
    );
  });

  test.each<[Language, string, string]>([
    ["en", "3 events and 1 known state about one company user.", "nobody; not of “Duplicate webhooks”"],
    [
      "de",
      "Gelöscht (Unternehmensnutzer): 3 Ereignisse und 1 bekannter Stand.",
      "niemand; nicht über „Doppelte Webhooks“",
    ],
    [
      "fr",
      "Effacé (Utilisateur d’entreprise) : 3 événements et 1 état connu.",
      "personne ; pas de « Webhooks en double »",
    ],
    [
      "es",
      "Borrado (Usuario de empresa): 3 eventos y 1 estado conocido.",
      "nadie; no de «Webhooks duplicados»",
    ],
  ])("is said like any other in %s", (language, erased, told) => {
    speaking(language, () => {
      expect(reasonHere("3 events and 1 known state about one company user.")).toBe(erased);
      expect(toldHere("nobody; not of doubled")).toBe(told);
    });
  });
});
