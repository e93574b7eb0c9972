import type { AuditEntry, Person } from "#lib/features/audit/entry.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";

/** What a store's owner decided about personal data and the store's staff. */
export interface PrivacyRow {
  /** Whether people other than the owner see personal data. */
  staffSeePersonal: boolean;
  /** Whether they change webhooks. */
  staffChangeWebhooks: boolean;
  /** Days that events are kept; null follows the operator, and a longer time than the operator's has no effect. */
  retentionDays: number | null;
}

/** What holds for a store; nothing was decided for one that is not known. */
export async function privacyRow(hash: StoreHash): Promise<PrivacyRow> {
  const row = await database().prisma.store.findUnique({
    where: { hash },
    select: { staffSeePersonal: true, staffChangeWebhooks: true, retentionDays: true },
  });
  return row ?? { staffSeePersonal: false, staffChangeWebhooks: true, retentionDays: null };
}

/** What staff may do, and how a change of it is recorded: when it is allowed, and when it is not anymore. */
const STAFF_RIGHTS = {
  staffSeePersonal: ["personal_data_shown", "personal_data_hidden"],
  staffChangeWebhooks: ["staff_changes_allowed", "staff_changes_forbidden"],
} as const;
export type StaffRight = keyof typeof STAFF_RIGHTS;

/** Sets what staff may do, with who said so. What is so already is no change. */
export async function saveStaffRight(
  hash: StoreHash,
  right: StaffRight,
  isAllowed: boolean,
  by: Person,
  at: Date,
): Promise<void> {
  const [allowed, forbidden] = STAFF_RIGHTS[right];
  await inTransaction(async (tx) => {
    const { count } = await tx.store.updateMany({
      where: { hash, [right]: !isAllowed },
      data: { [right]: isAllowed },
    });
    const action = isAllowed ? allowed : forbidden;
    if (count > 0) await addAuditEntries(tx, hash, [{ actor: personOf(by), action }], at);
  });
}

/**
 * Sets how long a store's events are kept, with who said so, and has the older ones deleted. What is so already is no
 * change.
 * @param days What holds from now on, and what held before; `own` is null where the operator's is followed.
 */
export async function saveRetention(
  hash: StoreHash,
  days: { own: number | null; before: number; after: number },
  by: Person,
  at: Date,
): Promise<void> {
  const { own, before, after } = days;
  await inTransaction(async (tx) => {
    await tx.store.update({ where: { hash }, data: { retentionDays: own } });
    if (before === after) return;
    const entry: AuditEntry = {
      actor: personOf(by),
      action: "retention_changed",
      before: { keptDays: before },
      after: { keptDays: after },
    };
    await addAuditEntries(tx, hash, [entry], at);
    if (after < before) await enqueueJob(tx, "keep-privacy", {}, { jobKey: "keep-privacy:now" });
  });
}

/** Events of a store in the hours before a time, by the roll-up. */
export async function eventsBefore(hash: StoreHash, before: Date): Promise<number> {
  const { _sum } = await database().prisma.eventHour.aggregate({
    where: { storeHash: hash, hour: { lt: before } },
    _sum: { events: true },
  });
  return _sum.events ?? 0;
}

/** Stores that keep their events for less than `days`, installed or not, with their own days. */
export async function storesKeepingLess(days: number): Promise<{ hash: StoreHash; days: number }[]> {
  const rows = await database().prisma.store.findMany({
    where: { retentionDays: { lt: days } },
    select: { hash: true, retentionDays: true },
    orderBy: { hash: "asc" },
  });
  return rows.map(({ hash, retentionDays }) => ({
    hash: StoreHash.parse(hash),
    days: retentionDays ?? days,
  }));
}

const personOf = ({ userId, email }: Person): Person => ({ userId, email });
