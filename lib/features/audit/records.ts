import type { AuditFilter } from "#lib/contract/audit.ts";
import { KEEPER } from "#lib/contract/values/activity.ts";
import { database } from "#lib/platform/db/client.ts";
import { Prisma, type AuditEntry as AuditRow } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import { storedSentence } from "#lib/messages/stored-sentences.ts";
import type { AuditCursor } from "./cursor.ts";
import type { AuditEntry } from "./entry.ts";
import { actionsOf } from "./kinds.ts";

export type { AuditRow };

/**
 * Writes entries in the caller's transaction: they are there when what they tell is. A refusal that the keeper met
 * before, with nothing done for its scope since, is written once a day: a check comes every hour and would fill the log.
 */
export async function addAuditEntries(
  tx: Pick<Prisma.TransactionClient, "$executeRaw">,
  storeHash: StoreHash,
  entries: readonly AuditEntry[],
  at: Date,
): Promise<void> {
  if (entries.length > 0) await tx.$executeRaw(insertion(storeHash, entries, at));
}

/** Writes entries about what was done elsewhere, so that no transaction holds both. */
export async function writeAuditEntries(
  storeHash: StoreHash,
  entries: readonly AuditEntry[],
  at: Date,
): Promise<void> {
  await addAuditEntries(database().prisma, storeHash, entries, at);
}

/** The newest entries of a store, or of those that are asked for, that come after a cursor. */
export function listAuditEntries(
  storeHash: StoreHash,
  { scope, who, kind, destination }: AuditFilter,
  { after, limit }: { after: AuditCursor | null; limit: number },
): Promise<AuditRow[]> {
  const conditions = [
    Prisma.sql`store_hash = ${storeHash}`,
    ...(scope === undefined ? [] : [Prisma.sql`scope = ${scope}`]),
    ...(who === undefined ? [] : [Prisma.sql`actor_user_id IS NOT DISTINCT FROM ${userIdOf(who)}::bigint`]),
    ...(destination === undefined ? [] : [Prisma.sql`destination_id = ${destination}`]),
    ...(kind === undefined ? [] : [Prisma.sql`action = ANY (${actionsOf(kind)})`]),
    ...(after ? [Prisma.sql`(at, id) < (${after.at}, ${after.id})`] : []),
  ];
  return database().prisma.$queryRaw<AuditRow[]>`
    SELECT id, store_hash AS "storeHash", at, actor_user_id AS "actorUserId", actor_email AS "actorEmail", action, scope,
           hook_id AS "hookId", destination_id AS "destinationId", state_before AS "stateBefore", state_after AS "stateAfter", reason,
           is_refused AS "isRefused", status, code
    FROM audit_entries WHERE ${Prisma.join(conditions, " AND ")} ORDER BY at DESC, id DESC LIMIT ${limit}`;
}

/** Drops entries from before a time, of all stores. Repeatable. */
export async function dropAuditEntries(before: Date): Promise<void> {
  await database().prisma.auditEntry.deleteMany({ where: { at: { lt: before } } });
}

const userIdOf = (who: string): bigint | null => (who === KEEPER ? null : BigInt(who));

function insertion(storeHash: StoreHash, entries: readonly AuditEntry[], at: Date): Prisma.Sql {
  const rows = entries.map(({ actor, reason, ...entry }) => ({
    ...entry,
    ...(reason && { reason: storedSentence(reason) }),
    ...(actor === "keeper" ? {} : { actorUserId: actor.userId, actorEmail: actor.email }),
    isRefused: entry.code !== undefined,
  }));
  return Prisma.sql`
    INSERT INTO audit_entries (store_hash, at, actor_user_id, actor_email, action, scope, hook_id, destination_id, state_before,
                               state_after, reason, is_refused, status, code)
    SELECT ${storeHash}, ${at}, e."actorUserId", e."actorEmail", e.action, e.scope, e."hookId", e."destinationId", e.before, e.after,
           e.reason, e."isRefused", e.status, e.code
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(
      "actorUserId" bigint, "actorEmail" text, action text, scope text, "hookId" bigint, "destinationId" text, before jsonb, after jsonb,
      reason text, "isRefused" boolean, status int, code text)
    WHERE NOT (e."isRefused" AND e."actorUserId" IS NULL AND EXISTS (
      SELECT FROM audit_entries AS same
      WHERE same.store_hash = ${storeHash} AND same.scope = e.scope
        AND same.at > ${at}::timestamptz - interval '1 day' AND same.is_refused AND same.actor_user_id IS NULL
        AND same.action = e.action AND same.code = e.code AND NOT EXISTS (
          SELECT FROM audit_entries AS done
          WHERE done.store_hash = ${storeHash} AND done.scope = e.scope AND done.at >= same.at
            AND done.id > same.id AND NOT done.is_refused)))`;
}
