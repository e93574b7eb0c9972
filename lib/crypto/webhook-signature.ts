import { createHmac } from "node:crypto";
import { sameBytes } from "#lib/crypto/same-bytes.ts";

/** Greatest distance, in seconds, between a signature's time and ours. Source: Standard Webhooks, reference libraries. */
export const SIGNATURE_TOLERANCE_SECONDS = 300;

/** The one version that is known: HMAC-SHA256. Source: Standard Webhooks 1.0.0. */
const VERSION = "v1";

/** The three headers of a signed delivery. Source: Standard Webhooks 1.0.0; BigCommerce docs, HTTPS webhooks. */
export interface SignatureHeaders {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
}

/**
 * Signs a delivery as BigCommerce does: HMAC-SHA256 over `id.timestamp.body`, under the UTF-8 bytes of the client
 * secret as the Developer Portal shows it. Source: BigCommerce docs, HTTPS webhooks.
 * @param timestampSeconds Unix time of the attempt.
 * @param clientSecret Bytes where a secret is none of BigCommerce's, and stands for others than those of its text.
 * @returns the value of `webhook-signature` with one version 1 entry.
 */
export function sign(
  id: string,
  timestampSeconds: number | string,
  body: Uint8Array,
  clientSecret: string | Uint8Array,
): string {
  const hmac = createHmac("sha256", clientSecret).update(`${id}.${timestampSeconds}.`).update(body);
  return `${VERSION},${hmac.digest("base64")}`;
}

/**
 * The version 1 signatures of a list, without their version; empty when it has none, which is to be told from a wrong
 * one: a version that is not known says nothing, for or against. Proxies join header lines by a comma, with or without a
 * space, where Standard Webhooks puts a space, and some write a space behind every comma, even that of an entry; base64
 * has neither. Pure. Source: Standard Webhooks 1.0.0; RFC 9110, 5.3.
 */
export function knownSignatures(list: string): string[] {
  const words = list.split(/[ \t,]+/);
  return words.flatMap((word, index) => (word === VERSION ? [words[index + 1] ?? ""] : []));
}

/**
 * The Unix time, in seconds, of a right signature for these very bytes, whether or not that is now; null without one.
 * The list may hold several signatures, of several versions; one right version 1 entry suffices.
 * @param clientSecrets Every one of them is tried, whichever is right, so that the time tells nothing about which it was.
 */
export function signedAtSeconds(
  { id, timestamp, signature }: SignatureHeaders,
  body: Uint8Array,
  clientSecrets: readonly string[],
): number | null {
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return null;
  const entries = knownSignatures(signature).map((entry) => `${VERSION},${entry}`);
  const matches = clientSecrets.map((clientSecret) => {
    const expected = sign(id, timestamp, body, clientSecret);
    return entries.filter((entry) => sameBytes(entry, expected)).length;
  });
  return matches.some((count) => count > 0) ? Number(timestamp) : null;
}

/**
 * Whether a delivery carries a right signature for these very bytes, made no further from `now` than the tolerance; see
 * {@link signedAtSeconds}.
 */
export function isSignatureRight(
  headers: SignatureHeaders,
  body: Uint8Array,
  clientSecrets: readonly string[],
  now: Date,
): boolean {
  if (!isNear(Number(headers.timestamp), now)) return false;
  return signedAtSeconds(headers, body, clientSecrets) !== null;
}

/** Whether a signed time is no further from ours than the tolerance. */
export const isNear = (seconds: number, now: Date): boolean =>
  Math.abs(now.getTime() / 1000 - seconds) <= SIGNATURE_TOLERANCE_SECONDS;
