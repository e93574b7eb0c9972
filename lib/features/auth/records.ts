import type { Person } from "#lib/features/audit/entry.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Prisma } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import { announce } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";

/** What decides whether a person may use a store's app, as it is now. */
export interface AccessRow {
  email: string;
  isOwner: boolean;
  locale: string | null;
  isMember: boolean;
  isInstalled: boolean;
  staffChangeWebhooks: boolean;
  membershipEpoch: number;
  storeEpoch: number;
}

/** A person who opened the app of a store. */
export interface Visit {
  storeHash: StoreHash;
  userId: bigint;
  /** Empty when no one said it; what is known stays. */
  email: string;
  isOwner: boolean;
  locale: string | null;
  /** When BigCommerce said that the person may; by its own clock where it told. */
  admittedAt: Date;
}

/** Of people who were seen last before it was kept when they were admitted, our clock's time is known, and may be ahead of BigCommerce's. */
const ALLOWANCE = "1 minute";
/** Milliseconds within which one launch may come twice: browsers double a request now and then, when a tab is restored for instance. */
const DOUBLED_LAUNCH_MS = 10_000;

/** Reads, in one query over primary keys, what decides about a person's access; null when they never had any. */
export async function findAccess(storeHash: StoreHash, userId: string): Promise<AccessRow | null> {
  const rows = await database().prisma.$queryRaw<AccessRow[]>`
    SELECT u.email, m.is_owner AS "isOwner", m.locale, m.removed_at IS NULL AS "isMember",
      s.uninstalled_at IS NULL AS "isInstalled", s.staff_change_webhooks AS "staffChangeWebhooks",
      m.session_epoch AS "membershipEpoch", s.session_epoch AS "storeEpoch"
    FROM memberships m
    JOIN stores s ON s.hash = m.store_hash
    JOIN users u ON u.id = m.user_id
    WHERE m.store_hash = ${storeHash} AND m.user_id = ${BigInt(userId)}`;
  return rows[0] ?? null;
}

/** Where a store's control panel is, as BigCommerce said; null for a store that never was here. */
export function findPanel(hash: StoreHash): Promise<{ controlPanelUrl: string | null } | null> {
  return database().prisma.store.findUnique({ where: { hash }, select: { controlPanelUrl: true } });
}

/**
 * Writes that a person opened the app, inside the caller's transaction: a new person is let in, a person who comes back
 * after a removal is let in again. Repeatable.
 */
export async function saveVisit(tx: Prisma.TransactionClient, visit: Visit, now: Date): Promise<void> {
  const { storeHash, userId, email, isOwner, locale, admittedAt } = visit;
  const known = email === "" ? {} : { email };
  await tx.user.upsert({ where: { id: userId }, create: { id: userId, email }, update: known });
  // Links may be opened in another order than they were made in.
  await tx.$executeRaw`
    INSERT INTO memberships (store_hash, user_id, is_owner, locale, last_seen_at, admitted_at)
    VALUES (${storeHash}, ${userId}, ${isOwner}, ${locale}, ${now}, ${admittedAt})
    ON CONFLICT (store_hash, user_id) DO UPDATE
    SET is_owner = excluded.is_owner, locale = excluded.locale, removed_at = NULL,
      last_seen_at = excluded.last_seen_at,
      admitted_at = greatest(memberships.admitted_at, excluded.admitted_at)`;
}

/**
 * When a person's access was last withdrawn, inside the caller's transaction; null when it was not, or was given again.
 * Holds the person's row until the transaction ends, so that a removal comes before or after it and never in between;
 * a new person gets a row for that. Repeatable.
 */
export async function lockMembership(
  tx: Prisma.TransactionClient,
  visit: Visit,
  now: Date,
): Promise<Date | null> {
  const { storeHash, userId, email, isOwner } = visit;
  await tx.$executeRaw`INSERT INTO users (id, email) VALUES (${userId}, ${email}) ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO memberships (store_hash, user_id, is_owner, last_seen_at)
    VALUES (${storeHash}, ${userId}, ${isOwner}, ${now}) ON CONFLICT DO NOTHING`;
  const rows = await tx.$queryRaw<{ removedAt: Date | null }[]>`
    SELECT removed_at AS "removedAt" FROM memberships
    WHERE store_hash = ${storeHash} AND user_id = ${userId} FOR UPDATE`;
  return rows[0]?.removedAt ?? null;
}

/**
 * Takes note that a launch was used, inside the caller's transaction.
 * @returns false when it was used before, save for a moment in which a doubled request may follow.
 */
export async function claimLaunch(
  tx: Prisma.TransactionClient,
  jti: string,
  expiresAt: Date,
  now: Date,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ usedAt: Date }[]>`
    INSERT INTO used_launches (jti, used_at, expires_at) VALUES (${jti}, ${now}, ${expiresAt})
    ON CONFLICT (jti) DO UPDATE SET used_at = used_launches.used_at
    RETURNING used_at AS "usedAt"`;
  return rows.every(({ usedAt }) => now.getTime() - usedAt.getTime() <= DOUBLED_LAUNCH_MS);
}

/** Forgets used launches that no one could use again anyway, because they have expired. Repeatable. */
export async function forgetExpiredLaunches(now: Date): Promise<void> {
  await database().prisma.usedLaunch.deleteMany({ where: { expiresAt: { lt: now } } });
}

/** A person whose access to a store was removed. */
export interface Removal {
  storeHash: StoreHash;
  userId: bigint;
  email: string;
  isOwner: boolean;
  /** When BigCommerce says that it happened. */
  removedAt: Date;
  /** When we heard of it. */
  now: Date;
}

/**
 * Ends a person's membership of a store and every session of it. A person who never came here gets a row as well: a launch
 * link from before the removal must find it. Repeatable; a removal from before BigCommerce said that the person may open the
 * app, or from before another removal, changes nothing, nor does one of a store that never was here. Of the same second
 * the removal counts: a person who is let in can open the app again, one who is not would stay for hours.
 */
export async function endMembership(removal: Removal): Promise<void> {
  const { storeHash, userId, email, isOwner, removedAt, now } = removal;
  await inTransaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO users (id, email)
      SELECT ${userId}, ${email} WHERE EXISTS (SELECT FROM stores WHERE hash = ${storeHash})
      ON CONFLICT DO NOTHING`;
    const isOutAlready = await tx.membership.count({
      where: { storeHash, userId, removedAt: { not: null } },
    });
    const changed = await tx.$executeRaw`
      INSERT INTO memberships (store_hash, user_id, is_owner, last_seen_at, removed_at)
      SELECT hash, ${userId}, ${isOwner}, ${removedAt}, ${removedAt} FROM stores WHERE hash = ${storeHash}
      ON CONFLICT (store_hash, user_id) DO UPDATE
      SET removed_at = excluded.removed_at, session_epoch = memberships.session_epoch + 1
      WHERE coalesce(memberships.admitted_at, memberships.last_seen_at - ${ALLOWANCE}::interval) <= ${removedAt}
        AND (memberships.removed_at IS NULL OR memberships.removed_at < excluded.removed_at)`;
    const reason = plainSentence("access_withdrawn");
    const entry = { actor: "keeper", action: "person_removed", before: { person: email }, reason } as const;
    if (changed > 0 && !isOutAlready) await addAuditEntries(tx, storeHash, [entry], now);
    // Pages that they have open hear of it at once.
    if (changed > 0) await announce(tx, storeHash);
  });
}

/** Ends every session of a store, whoever's; access stays. Repeatable. */
export async function endAllSessions(storeHash: StoreHash, by: Person, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.store.updateMany({ where: { hash: storeHash }, data: { sessionEpoch: { increment: 1 } } });
    await addAuditEntries(tx, storeHash, [{ actor: by, action: "everybody_signed_out" }], now);
  });
}

/** Ends every session that a person has in a store; their access stays. Repeatable. */
export async function endSessions(storeHash: StoreHash, userId: string): Promise<void> {
  await database().prisma.membership.updateMany({
    where: { storeHash, userId: BigInt(userId) },
    data: { sessionEpoch: { increment: 1 } },
  });
}
