import { signByPair } from "#lib/crypto/ed25519.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { aliveSecrets } from "#lib/features/destinations/secrets.ts";
import { hashOfKey } from "#lib/features/events/clash.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { keyOf } from "#lib/platform/outbound/signed-post.ts";
import type { ForwardedEvent } from "./event.ts";

/**
 * The three headers by which a receiver knows who sent a body, and a copy from a new event. Every key that signs now does:
 * the present one first, so that a receiver which has only the older one still finds its own. As BigCommerce signs, the
 * id is BigCommerce's, and a key is the text of a client secret. Pure.
 * Source: Standard Webhooks 1.0.0, signature scheme; BigCommerce docs, HTTPS webhooks.
 * @param now Time of this attempt.
 */
export function signatureHeaders(
  { settings: { signing }, secrets }: Pick<OpenDestination, "settings" | "secrets">,
  event: ForwardedEvent,
  body: Uint8Array,
  now: Date,
): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  const id = signing === "bigcommerce" ? hashOfKey(event.hash) : eventId(event);
  const timestamp = Math.floor(now.getTime() / 1_000);
  const signatures = aliveSecrets(secrets, now).map(({ value }) =>
    signing === "ed25519"
      ? signByPair(id, timestamp, body, value)
      : sign(id, timestamp, body, signing === "bigcommerce" ? value : keyOf(value)),
  );
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}
