import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { DestinationAuth } from "#lib/contract/destinations.ts";
import { SECRETS_MAX, type Signing } from "#lib/contract/values/destinations.ts";
import { isPrivateKey, makeKeyPair, publicKeyOf } from "#lib/crypto/ed25519.ts";
import type { SigningSecret } from "./destination.ts";

/** Bytes of a key that is made. Source: Standard Webhooks 1.0.0, symmetric signatures (24 to 64). */
const KEY_BYTES = 32;
const KEY_BYTES_MIN = 24;
const KEY_BYTES_MAX = 64;
const PREFIX = "whsec_";
const HOUR_MS = 3_600_000;

/** What a destination's row seals besides its address, as JSON. */
export const DestinationSecrets = z.object({
  secrets: z.array(
    z.object({
      id: z.string(),
      value: z.string(),
      madeAt: z.iso.datetime().transform((text) => new Date(text)),
      until: z.iso
        .datetime()
        .transform((text) => new Date(text))
        .nullable(),
    }),
  ),
  headers: z.record(z.string(), z.string()),
  auth: DestinationAuth,
});
export type DestinationSecrets = z.infer<typeof DestinationSecrets>;

/** Another key, as Standard Webhooks writes it. */
export const makeKey = (signing: Signing = "standard"): string =>
  signing === "ed25519" ? makeKeyPair() : `${PREFIX}${randomBytes(KEY_BYTES).toString("base64")}`;

/** What verifies signatures by a key and is no secret; null where that is the key itself. Pure. */
export const publicPartOf = (signing: Signing, key: string): string | null =>
  signing === "ed25519" ? publicKeyOf(key) : null;

/**
 * Whether a key that a person brings can sign. Standard Webhooks knows how long one is; BigCommerce's is a client secret
 * as it is. Pure.
 */
export function isKeyFor(signing: Signing, key: string): boolean {
  if (signing === "bigcommerce") return key !== "";
  if (signing === "ed25519") return isPrivateKey(key);
  const encoded = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : "";
  const bytes = Buffer.from(encoded, "base64");
  return (
    bytes.length >= KEY_BYTES_MIN && bytes.length <= KEY_BYTES_MAX && bytes.toString("base64") === encoded
  );
}

/** A key that signs from now on. */
export const presentSecret = (value: string, now: Date): SigningSecret => ({
  id: randomUUID(),
  value,
  madeAt: now,
  until: null,
});

/**
 * The keys with another one in front. Those before end after the overlap, or earlier when that was so already; of more than
 * may sign at once the oldest end now. Pure.
 * @param overlapHours 0 ends them at once.
 */
export function withNewSecret(
  secrets: readonly SigningSecret[],
  present: SigningSecret,
  overlapHours: number,
  now: Date,
): SigningSecret[] {
  const end = now.getTime() + overlapHours * HOUR_MS;
  const before = secrets.map((secret) => ({
    ...secret,
    until: new Date(Math.min(end, secret.until?.getTime() ?? end)),
  }));
  return aliveSecrets([present, ...before], now).slice(0, SECRETS_MAX);
}

/** Those that sign now, in their order. Pure. */
export const aliveSecrets = (secrets: readonly SigningSecret[], now: Date): SigningSecret[] =>
  secrets.filter(({ until }) => until === null || until > now);
