import type { StoreHash } from "#lib/ids.ts";
import { findStore, type Store } from "#lib/features/stores/records.ts";
import type { ChangesState } from "#lib/contract/values/changes.ts";
import { changesState, type ChangesFacts } from "./changes-state.ts";
import { isGranted, type KindName } from "./kinds.ts";
import { findEnrichment, findResource, type Enrichment, type Resource } from "./records.ts";
import { coveringSnapshot, stateBefore, type Snapshot } from "./snapshots.records.ts";

/** What was read of the thing that an event is about. */
export interface EventReading {
  state: ChangesState;
  /** The reading that covers the event. */
  snapshot: Snapshot | null;
  /** The last state that was known before that reading. */
  before: Snapshot | null;
  resource: Resource | null;
  enrichment: Enrichment | null;
  store: Store | null;
  isGranted: boolean;
}

/**
 * What was read of the thing that an event is about. Read only.
 *
 * The order matters: a reading is written together with the note that the thing is read. Who sees the note has to look for
 * the reading afterwards. Both asked for at once could miss a reading that is written meanwhile, and say of an event that
 * it is never read; a filter by changes would then leave it out.
 */
export async function eventReading(
  storeHash: StoreHash,
  event: ChangesFacts["event"],
  { kind, resourceId }: { kind: KindName; resourceId: string },
  now: Date,
): Promise<EventReading> {
  const [store, enrichment, resource] = await Promise.all([
    findStore(storeHash),
    findEnrichment(storeHash),
    findResource(storeHash, kind, resourceId),
  ]);
  const snapshot = await coveringSnapshot(storeHash, kind, resourceId, event.seq);
  const before = snapshot && (await stateBefore(snapshot));
  const known = { snapshot, resource, enrichment, isGranted: isGranted(kind, store?.scopes ?? []) };
  const state = changesState({ ...known, event, hasStateBefore: before !== null }, now);
  return { ...known, state, before, store };
}
