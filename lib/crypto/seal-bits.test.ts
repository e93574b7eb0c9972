import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textBitChanges } from "#tests/support/bits.ts";
import { seal, SealBroken, unseal } from "./seal.ts";

const key = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => ({ id: "2026", bytes: Buffer.from(bytes) }));
const secret = fc.string({ maxLength: 120, unit: "grapheme" });
const place = fc.stringMatching(/^stores\.[a-z_]{1,20}:[a-z0-9]{1,32}$/);

describe("any seal", () => {
  test("gives back what was sealed, and says it in no part of itself", () => {
    fc.assert(
      fc.property(key, secret, place, (one, text, where) => {
        const sealed = seal(text, where, [one]);
        expect(unseal(sealed, where, [one])).toBe(text);
        if (text.length > 8) expect(sealed).not.toContain(text);
      }),
    );
  });

  test("is broken by any change of a single bit, of the key's name too", () => {
    fc.assert(
      fc.property(key, secret, place, (one, text, where) => {
        for (const changed of textBitChanges(seal(text, where, [one])))
          expect(() => unseal(changed, where, [one])).toThrow(SealBroken);
      }),
      { numRuns: 10 },
    );
  });

  test("opens in no other place and under no other key", () => {
    fc.assert(
      fc.property(key, key, secret, place, place, (one, other, text, where, elsewhere) => {
        fc.pre(where !== elsewhere && !one.bytes.equals(other.bytes));
        const sealed = seal(text, where, [one]);
        expect(() => unseal(sealed, elsewhere, [one])).toThrow(SealBroken);
        expect(() => unseal(sealed, where, [other])).toThrow(SealBroken);
      }),
    );
  });
});
