import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";

/** How Standard Webhooks writes the two halves of a key pair, before base64. */
const PRIVATE = "whsk_";
const PUBLIC = "whpk_";
const SEED_BYTES = 32;
/** A private key is its seed, and behind that the public key, as most libraries keep one. */
const PAIR_BYTES = 64;
const VERSION = "v1a";
/** What stands before a seed in DER. Source: RFC 8410, 7. */
const BEFORE_SEED = Buffer.from("302e020100300506032b657004220420", "hex");

/** Another key pair, as its private half; the public one is within. */
export function makeKeyPair(): string {
  const { d = "", x = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  const bytes = [d, x].map((part) => Buffer.from(part, "base64url"));
  return `${PRIVATE}${Buffer.concat(bytes).toString("base64")}`;
}

/** The public half of a private key, for those who verify. Pure. */
export const publicKeyOf = (privateKey: string): string =>
  `${PUBLIC}${publicBytes(seedOf(bytesOf(privateKey))).toString("base64")}`;

/** Whether a private key that a person brings is one, with the right public half or none. Pure. */
export function isPrivateKey(text: string): boolean {
  const bytes = bytesOf(text);
  if (!text.startsWith(PRIVATE) || `${PRIVATE}${bytes.toString("base64")}` !== text) return false;
  if (bytes.length === SEED_BYTES) return true;
  return bytes.length === PAIR_BYTES && publicBytes(seedOf(bytes)).equals(bytes.subarray(SEED_BYTES));
}

/**
 * Signs a delivery by a key pair, the same each time. Pure. Source: Standard Webhooks 1.0.0, asymmetric signatures; RFC 8032.
 * @returns an entry of `webhook-signature`.
 */
export function signByPair(
  id: string,
  timestampSeconds: number,
  body: Uint8Array,
  privateKey: string,
): string {
  const signed = Buffer.concat([Buffer.from(`${id}.${timestampSeconds}.`), body]);
  return `${VERSION},${sign(null, signed, seedOf(bytesOf(privateKey))).toString("base64")}`;
}

const bytesOf = (text: string) => Buffer.from(text.slice(PRIVATE.length), "base64");

const seedOf = (bytes: Buffer): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([BEFORE_SEED, bytes.subarray(0, SEED_BYTES)]),
    format: "der",
    type: "pkcs8",
  });

const publicBytes = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url");
