import { hashOfKey } from "#lib/features/events/clash.ts";
import { eventsBySeq } from "#lib/features/events/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { TracedEvent } from "#lib/tracing/tracing.ts";

/** The newest event about each of these things, as a trace goes on from it. Read only. */
export async function tracedEvents(
  storeHash: StoreHash,
  things: readonly { newestSeq: bigint }[],
): Promise<TracedEvent[]> {
  const events = await eventsBySeq(
    storeHash,
    things.map(({ newestSeq }) => newestSeq),
  );
  return events.map(({ hash, firstArrivedAt }) => ({ storeHash, hash: hashOfKey(hash), firstArrivedAt }));
}
