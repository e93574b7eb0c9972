import { addAuditEntries } from "#lib/features/audit/records.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { announce } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import type { Sentence } from "#lib/contract/sentences.ts";

/**
 * Deletes at most `limit` events of a store that happened before a time, the oldest first. What the roll-up counts of
 * them stays; see `deleteOldHours`. Repeatable. @returns how many.
 */
export async function deleteOldEvents(hash: StoreHash, before: Date, limit: number): Promise<number> {
  const { prisma } = database();
  const batch = await prisma.$queryRaw<{ hash: string; occurredAt: Date }[]>`
    SELECT hash, occurred_at AS "occurredAt" FROM events WHERE store_hash = ${hash} AND occurred_at < ${before}
    ORDER BY occurred_at, seq LIMIT ${limit}`;
  const [oldest, newest] = [batch.at(0), batch.at(-1)];
  if (!oldest || !newest) return 0;
  // By the primary key of the one or two days that the batch reaches over.
  await prisma.$executeRaw`
    DELETE FROM events WHERE store_hash = ${hash} AND hash = ANY(${batch.map((row) => row.hash).toSorted()}::text[])
      AND occurred_at BETWEEN ${oldest.occurredAt} AND ${newest.occurredAt}`;
  return batch.length;
}

/** Deletes at most `limit` attempts from before a time to deliver to a store's destinations. Repeatable. @returns how many. */
export async function deleteOldDeliveries(hash: StoreHash, before: Date, limit: number): Promise<number> {
  return database().prisma.$executeRaw`
    DELETE FROM deliveries USING (
      SELECT old.destination_id, old.seq, old.attempt, old.at FROM destinations
      CROSS JOIN LATERAL (
        SELECT destination_id, seq, attempt, at FROM deliveries
        WHERE destination_id = destinations.id AND at < ${before} LIMIT ${limit}) AS old
      WHERE destinations.store_hash = ${hash} LIMIT ${limit}) AS old
    WHERE deliveries.destination_id = old.destination_id AND deliveries.seq = old.seq
      AND deliveries.attempt = old.attempt AND deliveries.at = old.at`;
}

/** Deletes at most `limit` rows of what waits, or was given up, of a store's events from before a time. Repeatable. @returns how many. */
export async function deleteOldRetries(hash: StoreHash, before: Date, limit: number): Promise<number> {
  return database().prisma.$executeRaw`
    DELETE FROM delivery_retries WHERE (destination_id, seq) IN (
      SELECT destination_id, seq FROM delivery_retries JOIN destinations ON destinations.id = destination_id
      WHERE destinations.store_hash = ${hash} AND occurred_at < ${before} LIMIT ${limit})`;
}

/** Deletes the roll-up of a store's hours before a time, once their events are gone. Repeatable. */
export async function deleteOldHours(hash: StoreHash, before: Date): Promise<void> {
  const { prisma } = database();
  await prisma.eventHour.deleteMany({ where: { storeHash: hash, hour: { lt: before } } });
  await prisma.deliveryHour.deleteMany({
    where: { destination: { storeHash: hash }, hour: { lt: before } },
  });
  await prisma.undatedEvent.deleteMany({ where: { storeHash: hash, occurredAt: { lt: before } } });
}

/**
 * Deletes at most `limit` states of things that were read before a time. One that was found the same since then is what is
 * known now, and stays. Repeatable. @returns how many.
 */
export async function deleteOldStates(hash: StoreHash, before: Date, limit: number): Promise<number> {
  return database().prisma.$executeRaw`
    DELETE FROM snapshots WHERE id IN (
      SELECT id FROM snapshots AS old WHERE store_hash = ${hash} AND fetched_at < ${before} AND NOT (outcome = 'kept'
        AND EXISTS (
          SELECT FROM snapshots AS s WHERE s.store_hash = ${hash} AND s.type = old.type
            AND s.resource_id = old.resource_id AND s.id > old.id AND s.outcome = 'same' AND s.fetched_at >= ${before})
        AND NOT EXISTS (
          SELECT FROM snapshots AS s WHERE s.store_hash = ${hash} AND s.type = old.type
            AND s.resource_id = old.resource_id AND s.id > old.id AND s.outcome = 'kept'))
      ORDER BY fetched_at LIMIT ${limit})`;
}

/** Forgets at most `limit` things that were read before a time and are not to be read. Repeatable. @returns how many. */
export async function deleteOldThings(hash: StoreHash, before: Date, limit: number): Promise<number> {
  return database().prisma.$executeRaw`
    DELETE FROM resources WHERE store_hash = ${hash} AND (type, id) IN (
      SELECT type, id FROM resources WHERE store_hash = ${hash} AND tried_at < ${before} AND due_at IS NULL LIMIT ${limit})`;
}

/** Stores that removed the app before a time and did not install it again. */
export async function storesGoneBefore(time: Date): Promise<StoreHash[]> {
  const rows = await database().prisma.store.findMany({
    where: { uninstalledAt: { lt: time } },
    select: { hash: true },
    orderBy: { uninstalledAt: "asc" },
  });
  return rows.map(({ hash }) => StoreHash.parse(hash));
}

/**
 * Deletes at most `limit` entries of a store's audit log from before a time, save those of earlier purges. Repeatable.
 * @returns how many.
 */
export async function deleteHistory(hash: StoreHash, before: Date, limit: number): Promise<number> {
  return database().prisma.$executeRaw`
    DELETE FROM audit_entries WHERE id IN (
      SELECT id FROM audit_entries 
      WHERE store_hash = ${hash} AND at < ${before} AND action <> 'store_purged' LIMIT ${limit})`;
}

/**
 * Deletes a store and whatever hangs by it, people who have no other store among it, and writes that into the otherwise
 * empty audit log. A store that is installed again by now stays. Repeatable.
 * @param removedBefore Only when the app was removed before this.
 * @returns whether the store is gone.
 */
export function deleteStore(
  hash: StoreHash,
  removedBefore: Date,
  reason: Sentence,
  now: Date,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const people = await tx.membership.findMany({ where: { storeHash: hash }, select: { userId: true } });
    await tx.rejection.deleteMany({ where: { storeHash: hash } });
    const { count } = await tx.store.deleteMany({ where: { hash, uninstalledAt: { lt: removedBefore } } });
    if (count === 0) return false;
    const ids = people.map(({ userId }) => userId);
    await tx.user.deleteMany({ where: { id: { in: ids }, memberships: { none: {} } } });
    await addAuditEntries(tx, hash, [{ actor: "keeper", action: "store_purged", reason }], now);
    await announce(tx, hash);
    return true;
  });
}
