import type { Access } from "#lib/access.ts";
import { partsOf } from "#lib/catalogue/scope.ts";
import { jsonOf } from "#lib/features/events/body.ts";
import type { EventRow } from "#lib/features/events/records.ts";
import type { Knowledge } from "#lib/features/events/log.ts";
import type { KnownEvent } from "#lib/features/events/view.ts";
import { maySeePersonal } from "#lib/features/privacy/may-see.ts";
import { privacyRow } from "#lib/features/privacy/records.ts";
import { facts } from "#lib/messages/event-facts.ts";
import { isMoney } from "#lib/messages/format/money.ts";
import { UNREAD, type KnownThing } from "#lib/messages/describe-event.ts";
import { readHeadline } from "./headline.ts";
import { isKind } from "./kinds.ts";
import {
  readingsOf,
  statesOfThings,
  tellingOf,
  type KnownReading,
  type KnownState,
  type Reading,
  type Thing,
} from "./known.records.ts";
import { labelOf, totalOf } from "./label.ts";
import { thingsByWords } from "./words.records.ts";

/** A thing that is to be read for longer waits for something else than its turn. */
const READ_SOON_MS = 60_000;
/** An event that came longer ago, and was not noted as one to be read after, is not read after soon. */
const NOTED_WITHIN_MS = 15_000;

/** Things that are found by a name; events of further ones are not. */
const THINGS_FOUND_MAX = 50;

/** What this room knows of the things that events are about, as far as a person may see it. Read only. */
export function knowledgeOf(access: Pick<Access, "storeHash" | "isOwner">, now: Date): Knowledge {
  return {
    tell: (rows) => knownOf(access, rows, now),
    find: async (words) => {
      const { staffSeePersonal } = await privacyRow(access.storeHash);
      const seesPersonal = maySeePersonal(access, { staffSeePersonal });
      return thingsByWords(access.storeHash, words, { seesPersonal, limit: THINGS_FOUND_MAX });
    },
  };
}

/**
 * What is known of the things that events are about, for lines of the log: by the events' numbers of arrival. Two
 * questions, or three where variants are among the things, however many events there are. Read only.
 */
export async function knownOf(
  access: Pick<Access, "storeHash" | "isOwner">,
  rows: readonly EventRow[],
  now: Date,
  how: Reading = "once",
): Promise<ReadonlyMap<bigint, KnownEvent>> {
  const { storeHash } = access;
  const about = rows.flatMap((row) => aboutOf(row) ?? []);
  if (about.length === 0) return new Map();
  const [store, states, readings] = await Promise.all([
    tellingOf(storeHash, how),
    statesOfThings(storeHash, distinct(about.map(({ thing }) => thing)), how),
    readingsOf(
      storeHash,
      about.map(({ seq, thing }) => ({ ...thing, seq })),
      how,
    ),
  ]);
  const products = distinct(
    states.flatMap(({ productId }) => (productId === null ? [] : [{ type: "product", id: productId }])),
  );
  const all = byThing([...states, ...(await statesOfThings(storeHash, products, how))]);
  const found = new Map(readings.map((reading) => [reading.seq, reading]));
  const sees = maySeePersonal(access, store);
  return new Map(
    about.map(({ seq, arrivedAt, thing }) => {
      const reading = found.get(seq);
      const currency = all.get(keyOf(thing))?.currency ?? store.currency;
      const told = isKind(thing.type) ? readHeadline(thing.type, reading?.changes, sees) : [];
      const known: KnownThing = {
        ...UNREAD,
        ...saidOf(all.get(keyOf(thing)), all, sees),
        changes: told.map((each) => ({
          ...each,
          beforeName: null,
          afterName: null,
          isMasked: false,
          currency: isMoney(each.path) ? currency : null,
        })),
      };
      return [seq, { known, isBeingRead: isReadSoon(seq, arrivedAt, reading, now) }];
    }),
  );
}

/** Whether more is known of an event's thing in a moment: its turn is near, or nobody had the time to note it. */
function isReadSoon(seq: bigint, arrivedAt: Date, reading: KnownReading | undefined, now: Date): boolean {
  const isNoted = reading !== undefined && reading.newestSeq !== null && reading.newestSeq >= seq;
  if (!isNoted) return now.getTime() - arrivedAt.getTime() < NOTED_WITHIN_MS;
  return reading.dueSince !== null && now.getTime() - reading.dueSince.getTime() < READ_SOON_MS;
}

/** The thing whose state a line of an event says: what the event is about, or the order that a cart became. */
function aboutOf(row: EventRow): { seq: bigint; arrivedAt: Date; thing: Thing } | null {
  const { seq, scope, firstArrivedAt: arrivedAt, resourceType: type, resourceId: id } = row;
  if (type === null || id === null || row.isTest || row.isDemo) return null;
  if (isKind(type)) return { seq, arrivedAt, thing: { type, id } };
  const { path } = partsOf(scope);
  const { order } = path.startsWith("cart/") ? facts(path, jsonOf(row.body).data) : { order: null };
  return order === null ? null : { seq, arrivedAt, thing: { type: "order", id: order } };
}

function saidOf(
  state: KnownState | undefined,
  all: ReadonlyMap<string, KnownState>,
  seesPersonal: boolean,
): Partial<KnownThing> {
  if (!state) return {};
  const product = all.get(keyOf({ type: "product", id: state.productId ?? "" }));
  return { ...labelOf(state, product?.name ?? null, seesPersonal), total: totalOf(state) };
}

const keyOf = ({ type, id }: Thing): string => `${type}:${id}`;

const byThing = (states: readonly KnownState[]) => new Map(states.map((state) => [keyOf(state), state]));

const distinct = (things: readonly Thing[]): Thing[] => [
  ...new Map(things.map((thing) => [keyOf(thing), thing])).values(),
];
