import { createHash, randomUUID } from "node:crypto";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";

/** A delivery as BigCommerce would send it, ready to go. */
export interface SignedDelivery {
  hash: string;
  body: string;
  headers: Record<string, string>;
}

/** What deliveries are made out to. */
export interface Sender {
  storeHash: string;
  clientSecret: string;
  webhookSecret: string;
}

const SCOPES = [
  ["store/order/created", "order"],
  ["store/order/statusUpdated", "order"],
  ["store/product/updated", "product"],
  ["store/product/inventory/updated", "product"],
  ["store/customer/created", "customer"],
  ["store/cart/lineItem/updated", "cart"],
] as const;
/** Deliveries are about so many things; a shop's events repeat their resources. */
const RESOURCES = 5_000;
/** From an event to its delivery. */
const DELAY_MS = 3_000;

/** Makes new events, each with a hash of its own, signed at `now`. @param padding What makes them large. */
export function signedDeliveries(count: number, sender: Sender, now: Date, padding = ""): SignedDelivery[] {
  const run = randomUUID();
  return Array.from({ length: count }, (_, index) =>
    signedDelivery(
      createHash("sha1").update(`${run} ${index}`).digest("hex"),
      { index, occurredAt: new Date(now.getTime() - DELAY_MS), padding },
      sender,
      now,
    ),
  );
}

/**
 * Signs one delivery of the event that `hash` names. Its copies have to be given the same event.
 * @param event Its time, and a number that picks what it is about.
 */
export function signedDelivery(
  hash: string,
  { index, occurredAt, padding = "" }: { index: number; occurredAt: Date; padding?: string },
  sender: Sender,
  now: Date,
): SignedDelivery {
  const seconds = Math.floor(now.getTime() / 1000);
  const [scope, type] = SCOPES[index % SCOPES.length] ?? SCOPES[0];
  const body = JSON.stringify({
    producer: `stores/${sender.storeHash}`,
    hash,
    created_at: Math.floor(occurredAt.getTime() / 1000),
    store_id: "1025646",
    scope,
    data: { type, id: 1 + (index % RESOURCES), ...(padding !== "" && { padding }) },
  });
  return {
    hash,
    body,
    headers: {
      "content-type": "application/json",
      "accept-encoding": "gzip",
      "webhook-id": hash,
      "webhook-timestamp": String(seconds),
      "webhook-signature": sign(hash, seconds, Buffer.from(body), sender.clientSecret),
      [SECRET_HEADER]: sender.webhookSecret,
    },
  };
}
