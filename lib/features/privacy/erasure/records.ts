import type { Person } from "#lib/features/audit/entry.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { config } from "#lib/config/config.ts";
import type { ErasurePreview, ErasureTarget } from "#lib/contract/privacy.ts";
import { database } from "#lib/platform/db/client.ts";
import { type Erasure, Prisma } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { thingMark } from "./late.ts";

export type { Erasure };

/** An erasure whose thing is still known, because it is not done. */
export type OpenErasure = Erasure & { resourceId: string };

/** What is known of a thing so far: its events that came in until `until`, and its states. */
export async function countErasable(
  store: StoreHash,
  target: ErasureTarget,
  until: Date,
): Promise<ErasurePreview> {
  const [row] = await database().prisma.$queryRaw<ErasurePreview[]>`
    SELECT (SELECT count(*)::int FROM events WHERE ${eventsOf(store, target, until)}) AS events,
      (SELECT count(*)::int FROM (${statesOf(store, target)}) AS known) AS states`;
  return row ?? { events: 0, states: 0 };
}

/**
 * Writes down what is to be erased, with a job that does it.
 * @returns null when another erasure of the store is under way.
 */
export function createErasure(
  storeHash: StoreHash,
  { type, id }: ErasureTarget,
  found: number,
  by: Person,
  now: Date,
): Promise<Erasure | null> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM stores WHERE hash = ${storeHash} FOR NO KEY UPDATE`;
    if ((await tx.erasure.count({ where: { storeHash, endedAt: null } })) > 0) return null;
    const asked = { askedAt: now, askedByUserId: BigInt(by.userId), askedByEmail: by.email };
    const mark = { thingMark: thingMark(storeHash, { type, id }, config().sessionSecret) };
    const erasure = await tx.erasure.create({
      data: { storeHash, type, resourceId: id, found, ...mark, ...asked },
    });
    await enqueueJob(tx, "erase-data", { storeHash });
    return erasure;
  });
}

/** The erasure that was asked for last; null without any. */
export function newestErasure(storeHash: StoreHash): Promise<Erasure | null> {
  return database().prisma.erasure.findFirst({ where: { storeHash }, orderBy: { id: "desc" } });
}

/** The erasure that is under way; null when none is. */
export async function openErasure(storeHash: StoreHash): Promise<OpenErasure | null> {
  const found = await database().prisma.erasure.findFirst({ where: { storeHash, endedAt: null } });
  return found && found.resourceId !== null ? { ...found, resourceId: found.resourceId } : null;
}

/**
 * Erases at most `limit` events, the newest first: their rows, what the roll-up counts of them, and with that in the
 * same statement writes how far it is, and what may come again. Repeatable.
 * @param mayComeSince What came for the first time since then may be sent again by BigCommerce.
 * @returns how many were erased; fewer than `limit` when none is left.
 */
export async function eraseEvents(
  erasure: OpenErasure,
  limit: number,
  mayComeSince: Date,
  now: Date,
): Promise<number> {
  const { prisma } = database();
  const store = erasure.storeHash;
  const isOfThing = eventsOf(store, { type: erasure.type, id: erasure.resourceId }, erasure.askedAt);
  const batch = await prisma.$queryRaw<{ hash: string; occurredAt: Date }[]>`
    SELECT hash, occurred_at AS "occurredAt" FROM events WHERE ${isOfThing}
    ORDER BY occurred_at DESC, seq DESC LIMIT ${limit}`;
  const [newest, oldest] = [batch.at(0), batch.at(-1)];
  if (!newest || !oldest) return 0;
  const hashes = batch.map(({ hash }) => hash).toSorted();
  await prisma.$executeRaw`
    WITH gone AS (
      DELETE FROM events WHERE ${isOfThing} AND hash = ANY(${hashes}::text[])
        AND occurred_at BETWEEN ${oldest.occurredAt} AND ${newest.occurredAt}
      RETURNING hash, seq, occurred_at, first_arrived_at, scope, arrivals, is_test
    ), ${uncount(store)}, ${unsend(store)}, marked AS (
      INSERT INTO erased_events (store_hash, hash, occurred_at, erased_at, erasure_id)
      SELECT ${store}, hash, occurred_at, ${now}, ${erasure.id} FROM gone WHERE first_arrived_at >= ${mayComeSince}
      ON CONFLICT DO NOTHING
    )
    UPDATE erasures SET events = events + (SELECT count(*) FROM gone) WHERE id = ${erasure.id}`;
  return batch.length;
}

/** Erases at most `limit` known states of the thing, and writes how far it is. Repeatable. @returns how many. */
export async function eraseStates(erasure: OpenErasure, limit: number): Promise<number> {
  const target = { type: erasure.type, id: erasure.resourceId };
  const [row] = await database().prisma.$queryRaw<{ states: number }[]>`
    WITH gone AS (
      DELETE FROM snapshots WHERE id IN (
        SELECT id FROM (${statesOf(erasure.storeHash, target)}) AS known ORDER BY id LIMIT ${limit})
      RETURNING id
    ), told AS (
      UPDATE erasures SET states = states + (SELECT count(*) FROM gone) WHERE id = ${erasure.id}
    )
    SELECT count(*)::int AS states FROM gone`;
  return row?.states ?? 0;
}

/**
 * The erasure is over: the thing is not to be read again, its id is forgotten, and the audit log says what was done, not
 * whose it was. Repeatable.
 */
export async function endErasure(erasure: OpenErasure, store: StoreHash, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { id, type, resourceId, askedByUserId, askedByEmail } = erasure;
    await tx.resource.deleteMany({ where: { storeHash: store, type, id: resourceId } });
    const { count } = await tx.erasure.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: now, resourceId: null },
    });
    if (count === 0) return;
    const { events, states } = await tx.erasure.findUniqueOrThrow({ where: { id } });
    const reason: Sentence = { code: "data_erased", params: { type, events, states } };
    const actor = { userId: String(askedByUserId), email: askedByEmail };
    await addAuditEntries(tx, store, [{ actor, action: "data_erased", reason }], now);
    await enqueueJob(tx, "keep-privacy", {}, { jobKey: "keep-privacy:now" });
  });
}

/** What the roll-up no longer counts, for a statement with the deleted events as `gone`. */
export function uncount(store: string): Prisma.Sql {
  return Prisma.sql`uncounted AS (
      UPDATE event_hours AS kept SET events = kept.events - less.events, repeats = kept.repeats - less.repeats,
        tests = kept.tests - less.tests
      FROM (SELECT date_trunc('hour', occurred_at, 'UTC') AS hour, scope,
              count(*) FILTER (WHERE NOT is_test) AS events,
              coalesce(sum(arrivals - 1) FILTER (WHERE NOT is_test), 0) AS repeats,
              count(*) FILTER (WHERE is_test) AS tests FROM gone GROUP BY 1, 2) AS less
      WHERE kept.store_hash = ${store} AND kept.hour = less.hour AND kept.scope = less.scope
    )`;
}

/** What destinations answered to the deleted events, and what waits for them, for a statement with the events as `gone`. */
export function unsend(store: string): Prisma.Sql {
  return Prisma.sql`unsaid AS (
      UPDATE deliveries SET answer = NULL FROM gone
      WHERE deliveries.store_hash = ${store} AND deliveries.hash = gone.hash AND deliveries.answer IS NOT NULL
    ), unsent AS (
      DELETE FROM delivery_retries USING gone, destinations
      WHERE destinations.store_hash = ${store} AND delivery_retries.destination_id = destinations.id
        AND delivery_retries.seq = gone.seq
    )`;
}

function eventsOf(store: string, { type, id }: ErasureTarget, until: Date): Prisma.Sql {
  return Prisma.sql`store_hash = ${store} AND resource_id = ${id} AND resource_type = ${type}
    AND first_arrived_at <= ${until}`;
}

/** Ids of the thing's known states; of a customer also those of their orders, which hold name and addresses. */
function statesOf(store: string, { type, id }: ErasureTarget): Prisma.Sql {
  const own = Prisma.sql`SELECT id FROM snapshots WHERE store_hash = ${store} AND type = ${type} AND resource_id = ${id}`;
  if (type !== "customer") return own;
  return Prisma.sql`${own} UNION SELECT id FROM snapshots
    WHERE store_hash = ${store} AND type = 'order' AND body IS NOT NULL AND body ->> 'customer_id' = ${id}`;
}
