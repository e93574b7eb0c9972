import { randomBytes } from "node:crypto";
import { samplePayload } from "#lib/catalogue/sample.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { ForwardedEvent } from "./event.ts";

/** What stands for everything. */
const USUAL = "store/order/created";
const HASH_BYTES = 20;

/** A made-up event of the first of some types, as BigCommerce would send one; its ids are of nothing. */
export function sampleEvent(storeHash: StoreHash, eventTypes: readonly string[], now: Date): ForwardedEvent {
  const [first = USUAL] = eventTypes;
  const sample = samplePayload(eventTypes.includes("*") ? USUAL : first, storeHash);
  const hash = randomBytes(HASH_BYTES).toString("hex");
  const body = { ...sample, hash, created_at: Math.floor(now.getTime() / 1_000) };
  const { type, id } = sample.data as { type?: unknown; id?: unknown };
  const isAbout = typeof type === "string" && (typeof id === "string" || typeof id === "number");
  return {
    storeHash,
    occurredAt: now,
    hash,
    seq: 0n,
    scope: sample.scope,
    resourceType: isAbout ? type : null,
    resourceId: isAbout ? String(id) : null,
    arrivals: 1,
    firstArrivedAt: now,
    lastArrivedAt: now,
    isTest: true,
    body: Buffer.from(JSON.stringify(body)),
    facts: null,
  };
}
