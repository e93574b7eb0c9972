import { requireOwner, type Access } from "#lib/access.ts";
import type { AttemptView } from "#lib/contract/destinations.ts";
import { destinationOf } from "#lib/features/destinations/destinations.records.ts";
import { DestinationNotFound } from "#lib/features/destinations/errors.ts";
import { attemptView } from "./deliveries-page.ts";
import { sampleEvent } from "./sample-event.ts";
import { sendOnce } from "./send-once.ts";

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
    sampleEvent(access.storeHash, destination.settings.eventTypes, now),
    { attempts: 0, isTest: true },
    { now: () => new Date(), signal: NEVER },
  );
  const tookMs = Math.round(performance.now() - beganMs);
  return attemptView({ at: now, outcome, status, failure, tookMs, answer }, true);
}
