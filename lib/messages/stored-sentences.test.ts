import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type PlainCode,
  SENTENCE_PARAMS,
  type Sentence,
  type SentenceCode,
  type SentenceParams,
} from "#lib/contract/sentences.ts";
import { ALERT_CAUSES } from "#lib/contract/values/alerts.ts";
import { LANGUAGES } from "#lib/contract/values/languages.ts";
import { reasonHere, sentenceHere, toldHere } from "#lib/messages/here.ts";
import { speaking } from "#lib/messages/language.ts";
import { parseStored, plainSentence, storedSentence } from "./stored-sentences.ts";

type FilledCode = Exclude<SentenceCode, PlainCode>;

const codes = Object.keys(SENTENCE_PARAMS).filter((code): code is SentenceCode => code in SENTENCE_PARAMS);
const isPlain = (code: SentenceCode): code is PlainCode => SENTENCE_PARAMS[code].safeParse({}).success;
const count = fc.nat(1_000_000);
const text = fc.string();
const cause = fc.oneof(fc.constantFrom(...ALERT_CAUSES), text);

/** Whatever may go into each sentence. */
const PARAMS: { readonly [Code in FilledCode]: fc.Arbitrary<SentenceParams[Code]> } = {
  hook_quiet: fc.record({ days: count }),
  secret_everywhere: fc.record({ hours: count }),
  secret_time_over: fc.record({ days: count, hooks: count }),
  store_removed: fc.record({ days: count }),
  data_erased: fc.record({ type: text, events: count, states: count }),
  data_came_again: fc.record({ type: text, events: count }),
  destination_fields: fc.record({ fields: fc.array(text) }),
  key_overlap: fc.record({ hours: count }),
  deliveries: fc.record({ events: count }),
  alert: fc.record({ cause, count }),
  told: fc.record({ recipients: fc.array(text), mutedCauses: fc.array(cause) }),
};
/** Numbers that are found again in whatever language. */
const EXAMPLES: { readonly [Code in FilledCode]: Sentence<Code> } = {
  hook_quiet: { code: "hook_quiet", params: { days: 75 } },
  secret_everywhere: { code: "secret_everywhere", params: { hours: 50 } },
  secret_time_over: { code: "secret_time_over", params: { days: 7, hooks: 23 } },
  store_removed: { code: "store_removed", params: { days: 30 } },
  data_erased: { code: "data_erased", params: { type: "order", events: 12, states: 34 } },
  data_came_again: { code: "data_came_again", params: { type: "order", events: 12 } },
  destination_fields: { code: "destination_fields", params: { fields: ["url"] } },
  key_overlap: { code: "key_overlap", params: { hours: 24 } },
  deliveries: { code: "deliveries", params: { events: 12 } },
  alert: { code: "alert", params: { cause: "missing", count: 12 } },
  told: { code: "told", params: { recipients: [], mutedCauses: ["missing"] } },
};

function anyOf<Code extends FilledCode>(code: Code): fc.Arbitrary<Sentence<Code>> {
  const params: fc.Arbitrary<SentenceParams[Code]> = PARAMS[code];
  return params.map((filled) => ({ code, params: filled }));
}
const anySentence: fc.Arbitrary<Sentence> = fc
  .constantFrom(...codes)
  .chain((code) => (isPlain(code) ? fc.constant(plainSentence(code)) : anyOf(code)));
const inAll = (say: () => string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, speaking(language, say)]));

describe("a stored sentence", () => {
  test("says after reading exactly what was stored", () => {
    fc.assert(
      fc.property(anySentence, (sentence) => {
        const stored = storedSentence(sentence);
        expect(parseStored(stored)?.sentence).toEqual(sentence);
        const said = inAll(() => sentenceHere(sentence));
        expect(inAll(() => reasonHere(stored))).toEqual(said);
        expect(inAll(() => toldHere(stored))).toEqual(said);
      }),
    );
  });

  test.each(codes)("is said of %s in each language in words of its own, with its numbers", (code) => {
    const sentence = isPlain(code) ? plainSentence(code) : EXAMPLES[code];
    const said = Object.values(inAll(() => sentenceHere(sentence)));
    expect(new Set(said).size).toBe(LANGUAGES.length);
    const numbers = Object.values(sentence.params).filter((value) => typeof value === "number");
    for (const each of said) expect(each).toMatch(new RegExp(numbers.join("\\b.*\\b")));
  });

  test("of a newer version names its code, and whatever only looks like one is shown as it is", () => {
    expect(reasonHere('{"code":"of_tomorrow","params":{"days":3}}')).toBe(
      "A newer version of Keeper noted: of_tomorrow.",
    );
    expect(reasonHere('{"code":"store_removed","params":{"days":"soon"}}')).toContain("store_removed");
    expect(reasonHere('{"code":"constructor","params":{}}')).toContain("constructor");
    expect(speaking("de", () => reasonHere('{"code":"of_tomorrow"}'))).toContain("neuere Version");
    for (const odd of ['{"code":"hook_off"', '{"code":7}', "{}", "Something else.", "constructor"])
      expect(speaking("de", () => reasonHere(odd))).toBe(odd);
    // What a newer version adds to a sentence does not keep this one from reading the rest.
    expect(reasonHere('{"code":"store_removed","params":{"days":3,"by":"them"}}')).toBe(
      "The app was removed 3 days ago.",
    );
  });
});
