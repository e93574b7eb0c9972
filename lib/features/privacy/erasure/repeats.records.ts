import { addAuditEntries } from "#lib/features/audit/records.ts";
import { database } from "#lib/platform/db/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import { uncount, unsend } from "./records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import type { Sentence } from "#lib/contract/sentences.ts";

/** An erasure of which something may come again. */
export interface MarkedErasure {
  id: bigint;
  storeHash: StoreHash;
  type: string;
}

/** Erasures of which something may come again. */
export function markedErasures(): Promise<MarkedErasure[]> {
  return database().prisma.$queryRaw<MarkedErasure[]>`
    SELECT id, store_hash AS "storeHash", type FROM erasures
    WHERE EXISTS (SELECT FROM erased_events WHERE erasure_id = erasures.id) ORDER BY id`;
}

/** At most `limit` marks of an erasure behind the hash `after`, in the order of their hashes. */
export function marksOf(
  erasureId: bigint,
  after: string,
  limit: number,
): Promise<{ hash: string; occurredAt: Date }[]> {
  return database().prisma.$queryRaw`
    SELECT hash, occurred_at AS "occurredAt" FROM erased_events
    WHERE erasure_id = ${erasureId} AND hash > ${after} ORDER BY hash LIMIT ${limit}`;
}

/**
 * Erases events that came again, with what the roll-up counts of them, and writes down that it did. Repeatable.
 * @returns how many there were.
 */
export function eraseCopies(
  { id, storeHash, type }: MarkedErasure,
  marks: readonly { hash: string; occurredAt: Date }[],
  now: Date,
): Promise<number> {
  const times = marks.map(({ occurredAt }) => occurredAt.getTime());
  const hashes = marks.map(({ hash }) => hash);
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ events: number }[]>`
      WITH gone AS (
        DELETE FROM events WHERE store_hash = ${storeHash} AND hash = ANY(${hashes}::text[])
          AND occurred_at BETWEEN ${new Date(Math.min(...times))} AND ${new Date(Math.max(...times))}
        RETURNING hash, seq, occurred_at, scope, arrivals, is_test
      ), ${uncount(storeHash)}, ${unsend(storeHash)}, told AS (
        UPDATE erasures SET came_again = came_again + (SELECT count(*) FROM gone)
        WHERE id = ${id} AND EXISTS (SELECT FROM gone)
      )
      SELECT count(*)::int AS events FROM gone`;
    const events = row?.events ?? 0;
    const reason: Sentence = { code: "data_came_again", params: { type, events } };
    if (events > 0)
      await addAuditEntries(tx, storeHash, [{ actor: "keeper", action: "data_erased_again", reason }], now);
    return events;
  });
}

/** Forgets what was erased before a time and can no longer come again. Repeatable. */
export async function forgetMarks(before: Date): Promise<void> {
  await database().prisma.erasedEvent.deleteMany({ where: { erasedAt: { lt: before } } });
}

/** Forgets erasures that were done before a time; the audit log keeps what was done. Repeatable. */
export async function forgetErasures(before: Date): Promise<void> {
  await database().prisma.erasure.deleteMany({ where: { endedAt: { lt: before } } });
}
