import { createHash } from "node:crypto";
import { maskHeaders, SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import type { Arrival } from "#lib/features/receiver/merge.ts";
import { signedDelivery } from "./deliveries.ts";

/** From an event to its arrival. */
const DELAY_MS = 2_000;

/**
 * An arrival as the receiver hands it to the commit: some 195 bytes of body, and the headers that a delivery has behind a
 * proxy, some 350 bytes. The same index is the same event.
 */
export function arrivalLikeReal(storeHash: string, index: number, occurredAt: Date): Arrival {
  const at = new Date(Math.floor(occurredAt.getTime() / 1_000) * 1_000);
  const arrivedAt = new Date(at.getTime() + DELAY_MS);
  const webhookSecret = createHash("sha256").update(storeHash).digest("base64url");
  const { hash, body, headers } = signedDelivery(
    createHash("sha1").update(`${storeHash} ${index}`).digest("hex"),
    { index, occurredAt: at },
    { storeHash, clientSecret: "a secret of the lab", webhookSecret },
    arrivedAt,
  );
  const { scope, data } = JSON.parse(body) as { scope: string; data: { type: string; id: number } };
  const sent = {
    host: "keeper.example.com",
    ...headers,
    [SECRET_HEADER]: webhookSecret,
    "content-length": String(Buffer.byteLength(body)),
    "x-forwarded-for": `34.66.${storeHash.length}.17`,
    "x-forwarded-proto": "https",
    connection: "close",
  };
  return {
    storeHash,
    occurredAt: at,
    hash,
    scope,
    resource: { type: data.type, id: String(data.id) },
    flags: [],
    body: Buffer.from(body),
    headers: maskHeaders(sent),
    proof: "both",
    arrivedAt,
    isTest: false,
    isDemo: false,
  };
}
