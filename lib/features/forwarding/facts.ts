import type { DestinationFilter } from "#lib/contract/destinations.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { KINDS } from "#lib/features/destinations/kinds/registry.ts";
import { differences } from "#lib/features/enrichment/difference.ts";
import { eventReading } from "#lib/features/enrichment/event-reading.ts";
import { isKind, isReadable } from "#lib/features/enrichment/kinds.ts";
import type { ForwardedEvent, ThingFacts } from "./event.ts";

/** Whether a destination is sent, or chooses by, what was read of the thing that an event is about. Pure. */
export function needsFacts({ kind, settings }: Pick<OpenDestination, "kind" | "settings">): boolean {
  const { payload, signing, filter } = settings;
  const isOwn = (payload === "full" || payload === "template") && signing !== "bigcommerce";
  const tells = KINDS[kind].isInWords || isOwn;
  return tells || (filter !== null && looksAtThing(filter));
}

/** Whether a filter names the thing or its changes, at whatever depth of `$and`, `$or`, `$nor` and `$not`. Pure. */
export function looksAtThing(filter: DestinationFilter): boolean {
  return Object.entries(filter).some(([name, value]) => {
    if (/^(?:thing|changes)(?:\.|$)/.test(name)) return true;
    if (!name.startsWith("$")) return false;
    const parts: unknown[] = Array.isArray(value) ? value : [value];
    return parts.some((part) => isFilter(part) && looksAtThing(part));
  });
}

const isFilter = (value: unknown): value is DestinationFilter =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is known of a thing, and whether more may be known soon. */
export interface KnownFacts {
  facts: ThingFacts;
  isWaiting: boolean;
}

/** States in which the thing is about to be read. */
const WAITING: ReadonlySet<string> = new Set(["waiting", "retrying", "quota"]);

/**
 * What is known of the thing that an event is about, personal fields included, and whether more may be known soon. Read only.
 * @throws as the database does.
 */
export async function factsOf(event: ForwardedEvent, now: Date): Promise<KnownFacts> {
  const { storeHash, resourceType: type, resourceId: id } = event;
  if (type === null || id === null || !isKind(type) || !isReadable(id))
    return { facts: { thing: null, changes: [], changesState: "nothing" }, isWaiting: false };
  const about = { kind: type, resourceId: id };
  const { state, snapshot, before } = await eventReading(storeHash, { ...event, isDemo: false }, about, now);
  const thing = snapshot?.outcome === "gone" ? null : (snapshot?.body ?? before?.body ?? null);
  const differing = state === "changed" ? differences(before?.body, thing) : [];
  const changes = differing.map((each) => ({
    field: each.path.join("."),
    before: each.before,
    after: each.after,
  }));
  return { facts: { thing, changes, changesState: state }, isWaiting: WAITING.has(state) };
}
