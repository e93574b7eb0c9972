import { randomBytes } from "node:crypto";
import { requireOwner, type Access } from "#lib/access.ts";
import { samplePayload } from "#lib/catalogue/sample.ts";
import type { AttemptView } from "#lib/contract/destinations.ts";
import { destinationOf, type KnownDestination } from "#lib/features/destinations/destinations.records.ts";
import { DestinationNotFound } from "#lib/features/destinations/errors.ts";
import { attemptView } from "./deliveries-page.ts";
import type { ForwardedEvent } from "./event.ts";
import { sendOnce } from "./send-once.ts";

/** What stands for everything. */
const USUAL = "store/order/created";
const HASH_BYTES = 20;
/** A test waits for no one but the destination, and each of its steps is bounded. */
const NEVER = new AbortController().signal;

/**
 * Sends a made-up event to a destination, once, on or off, and tells what came of it. Nothing of it is kept.
 * @throws {OwnerOnly | DestinationNotFound}
 */
export async function sendTest(access: Access, id: string, now: Date): Promise<AttemptView> {
  requireOwner(access, "to try a destination");
  const destination = await destinationOf(access.storeHash, id);
  if (!destination) throw new DestinationNotFound("the store has no such destination");
  const beganMs = performance.now();
  const { outcome, status, failure, answer } = await sendOnce(
    destination,
    testEvent(destination, now),
    { attempts: 0, isTest: true },
    { now: () => new Date(), signal: NEVER },
  );
  const tookMs = Math.round(performance.now() - beganMs);
  return attemptView({ at: now, outcome, status, failure, tookMs, answer }, true);
}

/** An event of the first type that a destination gets, as BigCommerce would send one. */
function testEvent({ storeHash, settings }: KnownDestination, now: Date): ForwardedEvent {
  const [first = USUAL] = settings.eventTypes;
  const sample = samplePayload(settings.eventTypes.includes("*") ? USUAL : first, storeHash);
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
