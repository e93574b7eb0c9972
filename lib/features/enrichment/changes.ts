import type { Access } from "#lib/access.ts";
import type { EventChanges, FieldChange } from "#lib/contract/changes.ts";
import { parseEventId } from "#lib/features/events/ids.ts";
import { EventNotFound } from "#lib/features/events/log.ts";
import { findEvent, type EventRow } from "#lib/features/events/records.ts";
import { maySeePersonal } from "#lib/features/privacy/may-see.ts";
import { storeKeptSince } from "#lib/features/privacy/retention.ts";
import { isRecord } from "#lib/platform/bigcommerce/fields.ts";
import { isCurrency, isMoney } from "#lib/messages/format/money.ts";
import { differences, type Difference } from "./difference.ts";
import { eventReading } from "./event-reading.ts";
import { isKind, isReadable, KINDS, type KindName } from "./kinds.ts";
import { idsToName, nameOfId } from "./names.ts";
import { isCreation, stateNow } from "./now.ts";
import { masked } from "./personal.ts";
import { coveredEvents, namesOf } from "./snapshots.records.ts";

/** Events of one reading are counted no further. */
const EVENTS_COUNTED_MAX = 100;

const NOTHING: EventChanges = {
  state: "nothing",
  kind: null,
  changes: [],
  now: [],
  readAt: null,
  comparedWithAt: null,
  events: 1,
  goesOnAt: null,
  missingScope: null,
  code: null,
};

/**
 * What an event changed: the difference between the reading of its thing that covers it and the state that was known
 * before. Who may not see personal fields learns that they changed, not what they are. Read only.
 * @throws {EventNotFound} also for an event of another store.
 */
export async function eventChanges(access: Access, id: string, now: Date): Promise<EventChanges> {
  const key = parseEventId(id);
  const oldest = await storeKeptSince(access.storeHash, now);
  const event = key && key.occurredAt >= oldest ? await findEvent(access.storeHash, key) : null;
  if (!event) throw new EventNotFound("no such event in this store's log");
  const { resourceType: type, resourceId } = event;
  if (type === null || resourceId === null || !isKind(type) || !isReadable(resourceId)) return NOTHING;
  return changesOfThing(access, event, { kind: type, resourceId }, now);
}

async function changesOfThing(
  access: Access,
  event: EventRow,
  { kind, resourceId }: { kind: KindName; resourceId: string },
  now: Date,
): Promise<EventChanges> {
  const { storeHash } = access;
  const reading = await eventReading(storeHash, event, { kind, resourceId }, now);
  const { state, snapshot, before, resource, enrichment, store } = reading;
  const goesOnAt =
    state === "quota" ? enrichment?.waitsUntil : state === "retrying" ? resource?.dueAt : undefined;
  const seesPersonal = maySeePersonal(access, { staffSeePersonal: store?.staffSeePersonal ?? false });
  const body = snapshot?.body ?? before?.body;
  const all = state === "changed" ? differences(before?.body, body) : [];
  const isTold = snapshot && (state === "first" || isCreation(event.scope, kind));
  const shown = (differing: readonly Difference[]) =>
    named(storeHash, inCurrency(masked(kind, differing, seesPersonal), body, store?.currency ?? null));
  return {
    ...NOTHING,
    state,
    kind,
    changes: await shown(all),
    now: isTold ? await shown(stateNow(kind, body)) : [],
    readAt: snapshot?.fetchedAt.toISOString() ?? null,
    comparedWithAt: before?.fetchedAt.toISOString() ?? null,
    events: snapshot ? Math.max(1, await coveredEvents(snapshot, EVENTS_COUNTED_MAX)) : 1,
    goesOnAt: goesOnAt?.toISOString() ?? null,
    missingScope: reading.isGranted ? null : KINDS[kind].scope,
    code: state === "failed" || state === "retrying" ? (resource?.failure ?? null) : null,
  };
}

/** The same with the currency of what is money: that of an order is its own, that of prices the store's. */
function inCurrency<Shown extends Difference>(
  shown: readonly Shown[],
  body: unknown,
  ofStore: string | null,
): (Shown & { currency: string | null })[] {
  const own = isRecord(body) && isCurrency(body.currency_code) ? body.currency_code : ofStore;
  return shown.map((each) => ({ ...each, currency: isMoney(each.path) && isCurrency(own) ? own : null }));
}

/** The same with the names of what their values are ids of, as far as such a thing was read before. */
async function named(
  storeHash: Access["storeHash"],
  changes: readonly Omit<FieldChange, "beforeName" | "afterName">[],
): Promise<FieldChange[]> {
  const wanted = idsToName(changes);
  const names = new Map(
    await Promise.all(
      [...wanted].map(async ([type, ids]) => [type, await namesOf(storeHash, type, [...ids])] as const),
    ),
  );
  return changes.map((change) => ({
    ...change,
    beforeName: nameOfId(change, "before", names),
    afterName: nameOfId(change, "after", names),
  }));
}
