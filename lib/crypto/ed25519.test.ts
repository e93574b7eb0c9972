import { createPublicKey, verify } from "node:crypto";
import { expect, test } from "vitest";
import { isPrivateKey, makeKeyPair, publicKeyOf, signByPair } from "./ed25519.ts";

const inBase64 = (prefix: string, hex: string) => `${prefix}${Buffer.from(hex, "hex").toString("base64")}`;
/** Source: RFC 8032, 7.1, test 2. */
const SEED = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
const PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

test("a private key has the public one that the standard's example has, however it is written", () => {
  for (const hex of [SEED, SEED + PUBLIC]) {
    expect(publicKeyOf(inBase64("whsk_", hex))).toBe(inBase64("whpk_", PUBLIC));
    expect(isPrivateKey(inBase64("whsk_", hex))).toBe(true);
  }
});

test.each([
  inBase64("whsec_", SEED),
  inBase64("whpk_", PUBLIC),
  inBase64("whsk_", SEED.slice(2)),
  inBase64("whsk_", `${SEED}${PUBLIC.slice(2)}00`),
  inBase64("whsk_", SEED).replace("=", ""),
  "whsk_",
])("%s is no private key", (text) => {
  expect(isPrivateKey(text)).toBe(false);
});

test("a signature holds for its id, time and bytes alone", () => {
  const key = makeKeyPair();
  expect([isPrivateKey(key), makeKeyPair() === key]).toEqual([true, false]);
  const x = Buffer.from(publicKeyOf(key).slice(5), "base64").toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  const [version, signature = ""] = signByPair("id", 7, Buffer.from([0xff, 0]), key).split(",");
  const holds = (text: string, end = [0xff, 0]) =>
    verify(
      null,
      Buffer.concat([Buffer.from(text), Buffer.from(end)]),
      publicKey,
      Buffer.from(signature, "base64"),
    );
  expect([version, holds("id.7."), holds("id.8."), holds("ie.7."), holds("id.7.", [0xff])]).toEqual([
    "v1a",
    true,
    false,
    false,
    false,
  ]);
});
