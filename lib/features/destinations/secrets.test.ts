import { describe, expect, test } from "vitest";
import { isKeyFor, makeKey, presentSecret, withNewSecret } from "./secrets.ts";

const NOW = new Date("2026-11-30T12:00:00.000Z");
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

describe("a key", () => {
  test("is made as Standard Webhooks writes it, another each time", () => {
    expect(makeKey()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(makeKey()).not.toBe(makeKey());
    expect(isKeyFor("standard", makeKey())).toBe(true);
    expect([isKeyFor("ed25519", makeKey("ed25519")), isKeyFor("ed25519", makeKey())]).toEqual([true, false]);
  });

  test.each([
    ["standard", "", false],
    ["standard", "secret", false],
    ["standard", `whsec_${Buffer.alloc(23).toString("base64")}`, false],
    ["standard", `whsec_${Buffer.alloc(24).toString("base64")}`, true],
    ["standard", `whsec_${Buffer.alloc(64).toString("base64")}`, true],
    ["standard", `whsec_${Buffer.alloc(65).toString("base64")}`, false],
    ["standard", `whsec_${Buffer.alloc(32).toString("base64").replace("=", "")}`, false],
    ["bigcommerce", "0a1b", true],
    ["bigcommerce", "", false],
  ] as const)("for %s may be %j: %s", (signing, key, isGood) => {
    expect(isKeyFor(signing, key)).toBe(isGood);
  });
});

describe("a renewed key", () => {
  const first = presentSecret("a", NOW);

  test("signs first, and the one before for the overlap", () => {
    const both = withNewSecret([first], presentSecret("b", NOW), 24, NOW);
    expect(both.map(({ value, until }) => [value, until])).toEqual([
      ["b", null],
      ["a", hours(24)],
    ]);
  });

  test("ends all others at once when there is no overlap", () => {
    const both = withNewSecret([first], presentSecret("b", NOW), 24, NOW);
    expect(withNewSecret(both, presentSecret("c", NOW), 0, NOW).map(({ value }) => value)).toEqual(["c"]);
  });

  test("never prolongs an older one, and leaves three at most", () => {
    let secrets = withNewSecret([first], presentSecret("b", NOW), 1, NOW);
    secrets = withNewSecret(secrets, presentSecret("c", NOW), 168, NOW);
    expect(secrets.map(({ value, until }) => [value, until])).toEqual([
      ["c", null],
      ["b", hours(168)],
      ["a", hours(1)],
    ]);
    const next = withNewSecret(secrets, presentSecret("d", NOW), 168, NOW);
    expect(next.map(({ value }) => value)).toEqual(["d", "c", "b"]);
    const later = withNewSecret(secrets, presentSecret("d", hours(1)), 168, hours(1));
    expect(later.map(({ value }) => value)).toEqual(["d", "c", "b"]);
  });
});
