import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitChanges, textBitChanges } from "#tests/support/bits.ts";
import { isSignatureRight, sign } from "./webhook-signature.ts";

const NOW = new Date("2026-11-25T10:00:00Z");
const SECONDS = NOW.getTime() / 1000;

/** A delivery as BigCommerce may sign one: any body, any id, any second within the tolerance. */
const signed = fc
  .record({
    id: fc.stringMatching(/^[a-f0-9]{1,40}$/),
    seconds: fc.integer({ min: SECONDS - 300, max: SECONDS + 300 }),
    body: fc.uint8Array({ maxLength: 300 }),
    secret: fc.string({ minLength: 1, maxLength: 80 }),
  })
  .map(({ id, seconds, body, secret }) => ({
    headers: { id, timestamp: String(seconds), signature: sign(id, seconds, body, secret) },
    body,
    secret,
  }));

describe("a signature", () => {
  test("is right for what it was made for", () => {
    fc.assert(
      fc.property(signed, ({ headers, body, secret }) => isSignatureRight(headers, body, [secret], NOW)),
    );
  });

  test("is wrong after any change of a single bit: of itself, of the id, of the time, of the body", () => {
    fc.assert(
      fc.property(signed, ({ headers, body, secret }) => {
        for (const name of ["signature", "id", "timestamp"] as const) {
          for (const value of textBitChanges(headers[name]))
            expect(isSignatureRight({ ...headers, [name]: value }, body, [secret], NOW), name).toBe(false);
        }
        for (const changed of bitChanges(body))
          expect(isSignatureRight(headers, changed, [secret], NOW)).toBe(false);
      }),
      { numRuns: 8 },
    );
  });

  test("is wrong under any other secret", () => {
    fc.assert(
      fc.property(signed, fc.string(), ({ headers, body, secret }, other) => {
        fc.pre(other !== secret);
        return !isSignatureRight(headers, body, [other], NOW);
      }),
    );
  });
});
