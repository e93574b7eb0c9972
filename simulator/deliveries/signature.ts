import { createHmac, randomBytes } from "node:crypto";

/**
 * The headers that prove a delivery, after the Standard Webhooks scheme.
 * The key is the client secret's own UTF-8 bytes. Source: BigCommerce docs, HTTPS webhook overview.
 * @param hash the event's hash, the same in every attempt
 * @param attemptAtMs real time of this attempt in milliseconds
 */
export function signatureHeaders(
  hash: string,
  attemptAtMs: number,
  body: string,
  clientSecret: string | Uint8Array,
): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  const timestamp = String(Math.floor(attemptAtMs / 1000));
  const digest = createHmac("sha256", clientSecret).update(`${hash}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": hash, "webhook-timestamp": timestamp, "webhook-signature": `v1,${digest}` };
}

/** A key that nobody knows, for deliveries that must not pass. */
export const foreignKey = (): Uint8Array => randomBytes(32);
