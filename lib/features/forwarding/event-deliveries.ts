import type { EventDeliveries } from "#lib/contract/destinations.ts";
import { destinationsOf, type KnownDestination } from "#lib/features/destinations/destinations.records.ts";
import { parseEventId } from "#lib/features/events/ids.ts";
import { EventNotFound } from "#lib/features/events/log.ts";
import { findEvent, type EventRow } from "#lib/features/events/records.ts";
import { storeKeptSince } from "#lib/features/privacy/retention.ts";
import type { StoreHash } from "#lib/ids.ts";
import { stateIn } from "./deliveries-page.ts";
import { factsOf, looksAtThing, type KnownFacts } from "./facts.ts";
import { COUNTED_MAX } from "./list.records.ts";
import { eventAt, eventsBetween, positionsOf, type DeliveryRow } from "./page.records.ts";
import { whyNotWanted } from "./wanted.ts";

type SentTo = EventDeliveries["destinations"][number];

/**
 * What became of an event at each destination of its store, by name. Read only.
 * @throws {EventNotFound} also for an event of another store.
 */
export async function eventDeliveries(storeHash: StoreHash, id: string, now: Date): Promise<EventDeliveries> {
  const key = parseEventId(id);
  const oldest = await storeKeptSince(storeHash, now);
  const event = key && key.occurredAt >= oldest ? await findEvent(storeHash, key) : null;
  if (!event) throw new EventNotFound("no such event in this store's log");
  const destinations = await destinationsOf(storeHash);
  const ids = destinations.map((destination) => destination.id);
  const [positions, known] = await Promise.all([
    positionsOf(storeHash),
    destinations.some(asksForThing) ? factsOf({ ...event, storeHash, facts: null }, now) : null,
  ]);
  // After the positions: a position is never written before what became of the events below it.
  const rows = await eventAt(storeHash, ids, event.seq);
  return {
    destinations: await Promise.all(
      destinations.map(async (destination) => {
        const row = rows.find(({ destinationId }) => destinationId === destination.id);
        if (row) return triedAt(destination, row);
        const feed = positions.find(({ destinationId }) => destinationId === destination.id);
        const position = feed?.positionSeq ?? 0n;
        const { state, reason } = untried(destination, event, position, known);
        const isWaiting = state === "waiting";
        return {
          ...named(destination),
          state,
          reason,
          behind: isWaiting
            ? await eventsBetween(destination, feed?.doneSeq ?? position, event.seq, COUNTED_MAX)
            : null,
          nextAt: (isWaiting && destination.isOn && feed?.nextAt?.toISOString()) || null,
        };
      }),
    ),
  };
}

/**
 * Why an event was not tried at a destination: it comes later, or it is none of those that go there. Pure.
 * @param position Up to which arrival number the destination is done.
 * @param known What is known of the thing that the event is about; null when no destination chooses by that.
 */
export function untried(
  destination: Pick<KnownDestination, "settings" | "createdAt" | "isOn" | "storeHash">,
  event: EventRow,
  position: bigint,
  known: KnownFacts | null,
): Pick<SentTo, "state" | "reason"> {
  const { settings, createdAt, isOn, storeHash } = destination;
  const isDone = event.seq <= position;
  const why = whyNotWanted(settings, { ...event, storeHash, facts: known?.facts ?? null });
  // A filter on the thing may take the event once the thing was read.
  const isOpen = !isDone && why === "filter" && asksForThing({ settings }) && known?.isWaiting === true;
  if (why !== null && !isOpen) return { state: "not_wanted", reason: why };
  if (!isDone) return { state: "waiting", reason: isOn ? null : "off" };
  if (event.firstArrivedAt < createdAt) return { state: "not_wanted", reason: "before" };
  // The thing was read too late: what was known in time did not pass.
  if (asksForThing({ settings })) return { state: "not_wanted", reason: "filter" };
  return { state: "not_wanted", reason: settings.isLatestOnly ? "newer" : "off" };
}

const asksForThing = ({ settings: { filter } }: Pick<KnownDestination, "settings">) =>
  filter !== null && looksAtThing(filter);

const named = ({ id, name }: KnownDestination) => ({
  destinationId: id,
  name,
  status: null,
  at: null,
  nextAt: null,
  deliveryId: null,
  behind: null,
});

const triedAt = (destination: KnownDestination, row: DeliveryRow): SentTo => ({
  ...named(destination),
  state: stateIn(row.state),
  reason: row.failure,
  status: row.status,
  at: row.lastAt.toISOString(),
  nextAt: row.nextAt?.toISOString() ?? null,
  deliveryId: String(row.seq),
});
