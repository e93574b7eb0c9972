import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weaknessOfKey, weaknessOfText } from "./weak-secret.ts";

const bytesOf = (lengthBytes: number) => fc.uint8Array({ minLength: lengthBytes, maxLength: lengthBytes });

describe("weaknessOfText", () => {
  test.each([
    ["short", "must have at least 32 characters"],
    ["a".repeat(64), "has fewer than 8 different characters: make it at random"],
    ["0110100110010110100101100110100110010110", "has fewer than 8 different characters: make it at random"],
    ["k3vR9xQ2".repeat(4), "follows a pattern: make it at random"],
    [`${"k3vR9xQ2".repeat(5)}k3v`, "follows a pattern: make it at random"],
    ["abcdefghijklmnopqrstuvwxyz0123456789", "follows a pattern: make it at random"],
    ["at-least-32-random-characters-secret", "looks like a placeholder: set a value of your own"],
    ["ChangeMe-ChangeMe-ChangeMe-ChangeMe-1", "looks like a placeholder: set a value of your own"],
    ["<your client credentials from the portal>", "looks like a placeholder: set a value of your own"],
    [" kQ7xw2Vn9bJ4tR8mZ3cL6pY1sD5fG0hA", "begins or ends with a space"],
  ])("%s: %s", (secret, weakness) => {
    expect(weaknessOfText(secret, 32)).toBe(weakness);
  });

  test("says nothing against random text, in any of the usual spellings", () => {
    for (let round = 0; round < 2_000; round++) {
      for (const form of ["hex", "base64", "base64url"] as const) {
        expect(weaknessOfText(randomBytes(32).toString(form), 32)).toBeNull();
      }
    }
  });
});

describe("weaknessOfKey", () => {
  test.each([
    ["zeros", Buffer.alloc(32)],
    ["one byte", Buffer.alloc(32, 0xa7)],
    [
      "a repeated half",
      Buffer.concat(Array.from({ length: 2 }, () => Buffer.from("a7c1f09be25d3378c4104e96ab", "hex"))),
    ],
    ["counting", Buffer.from(Array.from({ length: 32 }, (_, index) => index + 200))],
  ])("%s", (_, bytes) => {
    expect(weaknessOfKey(bytes)).toBe("is not made at random");
  });

  test("a password in base64 is no key", () => {
    expect(weaknessOfKey(Buffer.from("correct horse battery staple! 42"))).toContain("text in base64");
  });

  test("says nothing against random bytes", () => {
    for (let round = 0; round < 5_000; round++) expect(weaknessOfKey(randomBytes(32))).toBeNull();
  });

  test("finds every pattern, wherever it begins", () => {
    fc.assert(
      fc.property(bytesOf(8), (piece) => {
        expect(weaknessOfKey(Buffer.concat([piece, piece, piece, piece]))).not.toBeNull();
      }),
    );
  });
});
