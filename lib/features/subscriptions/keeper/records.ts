import type { AuditEntry, Person } from "#lib/features/audit/entry.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { database } from "#lib/platform/db/client.ts";
import type { HookId, StoreHash } from "#lib/ids.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { OWN_FAILURES, type Refusals } from "./own-fault.ts";

/**
 * Notes that the keeper repairs a subscription; notes older than a day are dropped. The first hook of what was
 * turned on is no repair. Repeatable with the same time.
 * @param receiverUrl The app's address for the store: what was done for another one no longer counts.
 */
export async function saveRepair(
  storeHash: StoreHash,
  scope: string,
  receiverUrl: string,
  now: Date,
): Promise<void> {
  await database().prisma.$executeRaw`
    UPDATE subscriptions SET
      mended_at = ARRAY(
        SELECT at FROM unnest(mended_at) AS at
        WHERE mended_for = ${receiverUrl} AND at > ${now}::timestamptz(3) - interval '1 day'
        UNION SELECT ${now}::timestamptz(3) ORDER BY 1),
      mended_for = ${receiverUrl}
    WHERE store_hash = ${storeHash} AND scope = ${scope} AND had_hook`;
}

/** Something that Keeper fixed by itself. */
export interface Repair {
  scope: string;
  at: Date;
  /** From when on events may be missing; null when that is not known. */
  brokenSince: Date | null;
}

/** What Keeper fixed by itself in a store since a time; what followed the app to another address was not broken. */
export async function repairsSince(storeHash: StoreHash, since: Date): Promise<Repair[]> {
  return database().prisma.$queryRaw<Repair[]>`
    SELECT DISTINCT s.scope, m.at, CASE WHEN s.broken_since <= m.at THEN s.broken_since END AS "brokenSince"
    FROM subscriptions AS s CROSS JOIN unnest(s.mended_at) AS m(at)
    JOIN audit_entries AS a ON a.store_hash = s.store_hash AND a.scope = s.scope AND a.at = m.at
      AND a.actor_user_id IS NULL AND NOT a.is_refused
      AND a.action IN ('hook_created', 'hook_updated', 'hook_switched_on')
    WHERE s.store_hash = ${storeHash} AND s.is_wanted AND m.at > ${since} AND s.broken_since IS NOT NULL`;
}

/** Takes such a note back, because nothing was done then. Repeatable. */
export async function forgetRepair(storeHash: StoreHash, scope: string, at: Date): Promise<void> {
  await database().prisma.$executeRaw`
    UPDATE subscriptions SET mended_at = array_remove(mended_at, ${at}::timestamptz(3))
    WHERE store_hash = ${storeHash} AND scope = ${scope}`;
}

/** Notes that a hook was renewed. Repeatable. */
export async function saveRenewal(storeHash: StoreHash, id: HookId, now: Date): Promise<void> {
  await database().prisma.hook.updateMany({ where: { storeHash, id: BigInt(id) }, data: { renewedAt: now } });
}

/** What the app itself failed to take of a store in the hours from `from` on. */
export async function ownRefusals(storeHash: StoreHash, from: Date): Promise<Refusals[]> {
  return database().prisma.rejection.findMany({
    where: { storeHash, reason: { in: [...OWN_FAILURES] }, hour: { gte: from } },
    select: { firstAt: true, lastAt: true },
  });
}

/** Sets whether the keeper only tells of an event type, with who said so. What is so already is no change. */
export async function saveNotifyOnly(
  storeHash: StoreHash,
  scope: string,
  isTellingOnly: boolean,
  by: Person,
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { storeHash, scope, isTellingOnly: !isTellingOnly };
    const { count } = await tx.subscription.updateMany({ where, data: { isTellingOnly } });
    if (count > 0)
      await addAuditEntries(tx, storeHash, [{ ...notifyOnlyEntry(isTellingOnly, by), scope }], at);
  });
}

/** Sets whether the keeper only tells of a whole store, with who said so. What is so already is no change. */
export async function saveStoreNotifyOnly(
  storeHash: StoreHash,
  isTellingOnly: boolean,
  by: Person,
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { hash: storeHash, isTellingOnly: !isTellingOnly };
    const { count } = await tx.store.updateMany({ where, data: { isTellingOnly } });
    if (count > 0) await addAuditEntries(tx, storeHash, [notifyOnlyEntry(isTellingOnly, by)], at);
  });
}

function notifyOnlyEntry(isTellingOnly: boolean, { userId, email }: Person): AuditEntry {
  return { actor: { userId, email }, action: isTellingOnly ? "told_only" : "mended_again" };
}
