import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { seal, SealBroken, unseal } from "./seal.ts";

const old = { id: "2025", bytes: randomBytes(32) };
const current = { id: "2026", bytes: randomBytes(32) };

describe("seal", () => {
  test("opens for the same place with any key of the ring", () => {
    const sealed = seal("a token", "stores.access_token:abc", [old]);
    expect(unseal(sealed, "stores.access_token:abc", [current, old])).toBe("a token");
  });

  test("says nothing of the secret and differs each time", () => {
    const [first, second] = [seal("a token", "place", [current]), seal("a token", "place", [current])];
    expect(first).not.toContain("token");
    expect(first).not.toBe(second);
  });

  test("does not open in another row, nor without its key", () => {
    const sealed = seal("a token", "stores.access_token:abc", [old]);
    expect(() => unseal(sealed, "stores.access_token:abcd", [old])).toThrow(SealBroken);
    expect(() => unseal(sealed, "stores.access_token:abc", [current])).toThrow(SealBroken);
  });

  test("refuses every change of a single bit", () => {
    const sealed = seal("a token", "place", [current]);
    const [id = "", encoded = ""] = sealed.split(".");
    const bytes = Buffer.from(encoded, "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => unseal(`${id}.${altered.toString("base64url")}`, "place", [current])).toThrow(SealBroken);
    }
  });

  test("refuses what is no seal at all", () => {
    for (const text of ["", ".", "2026", "2026.", "2026.AAAA", seal("x", "place", [current]) + "="]) {
      expect(() => unseal(text, "place", [current])).toThrow(SealBroken);
    }
  });
});
