import type { Wanted, PlannableHook } from "./plan.ts";
import type { Actor, AuditEntry, Person } from "#lib/features/audit/entry.ts";
import { z } from "zod";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { database } from "#lib/platform/db/client.ts";
import { announceChange } from "./announce.records.ts";
import type { Prisma, Subscription } from "#lib/platform/db/generated/client.ts";
import { HookId, type StoreHash } from "#lib/ids.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";

export type { Subscription };

/**
 * Gives a store that never chose anything its first subscriptions, inside the caller's transaction. Does nothing for
 * a store that has subscription rows, so that a reinstallation finds what was wanted before. Repeatable.
 */
export async function addStarterSubscriptions(
  tx: Prisma.TransactionClient,
  storeHash: StoreHash,
  now: Date,
): Promise<void> {
  if ((await tx.subscription.count({ where: { storeHash } })) > 0) return;
  await tx.subscription.createMany({
    data: STARTER_SCOPES.map((scope) => ({ storeHash, scope, isWanted: true, changedAt: now })),
    skipDuplicates: true,
  });
  const entries = STARTER_SCOPES.map((scope) =>
    wantedEntry("keeper", { scope, isWanted: true }, undefined, plainSentence("starter_set")),
  );
  await addAuditEntries(tx, storeHash, entries, now);
}

/** Everything that merchants said about a store's event types, wanted or not any more. */
export function subscriptionsOf(storeHash: StoreHash): Promise<Subscription[]> {
  return database().prisma.subscription.findMany({ where: { storeHash }, orderBy: { scope: "asc" } });
}

/** Scopes that a store wants now, in alphabetical order. */
export async function wantedScopes(storeHash: StoreHash): Promise<string[]> {
  const rows = await subscriptionsOf(storeHash);
  return rows.filter(({ isWanted }) => isWanted).map(({ scope }) => scope);
}

/**
 * Writes what a person wants and who it was, all or none, and forgets earlier failures of these scopes.
 * @param before What was wanted before, by scope; a scope that is not in it had no row.
 */
export async function saveWanted(
  storeHash: StoreHash,
  wanted: readonly Wanted[],
  before: ReadonlyMap<string, boolean>,
  { by, at }: { by: Person; at: Date },
): Promise<void> {
  const entries = wanted.map((one) => wantedEntry(by, one, before.get(one.scope)));
  await inTransaction(async (tx) => {
    await putWanted(tx, storeHash, wanted, { email: by.email, at });
    await addAuditEntries(tx, storeHash, entries, at);
  });
}

async function putWanted(
  tx: Prisma.TransactionClient,
  storeHash: StoreHash,
  wanted: readonly Wanted[],
  by: { email: string | null; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO subscriptions (store_hash, scope, is_wanted, changed_at, changed_by)
    SELECT ${storeHash}, wanted.scope, wanted."isWanted", ${by.at}, ${by.email}
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS wanted(scope text, "isWanted" boolean)
    ON CONFLICT (store_hash, scope) DO UPDATE SET
      is_wanted = excluded.is_wanted, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
      failure = NULL, failed_at = NULL,
      had_hook = subscriptions.had_hook AND subscriptions.is_wanted = excluded.is_wanted`;
  await announceChange(tx, storeHash);
}

/** What could not be done at BigCommerce, and what becomes of the rows. */
export interface WantedTakenBack {
  wanted: readonly Wanted[];
  /** Rows that are put back as they were. */
  before: readonly Subscription[];
  /** Scopes that had no row, and have none again. */
  absent: readonly string[];
  /** Scopes that had no row and get one that says "not wanted". */
  unsure: readonly string[];
}

/** Restores what was wanted before, all or none, and writes down that the app did so. Repeatable. */
export async function takeWantedBack(
  storeHash: StoreHash,
  { wanted, before, absent, unsure }: WantedTakenBack,
  at: Date,
): Promise<void> {
  const wasWanted = new Map(before.map(({ scope, isWanted }) => [scope, isWanted]));
  const entries = wanted.map(({ scope, isWanted }) =>
    wantedEntry(
      "keeper",
      { scope, isWanted: wasWanted.get(scope) ?? false },
      isWanted,
      plainSentence("wish_refused"),
    ),
  );
  await inTransaction(async (tx) => {
    await tx.subscription.deleteMany({ where: { storeHash, scope: { in: [...absent] } } });
    for (const row of before) {
      const where = { storeHash_scope: { storeHash, scope: row.scope } };
      await tx.subscription.upsert({ where, create: row, update: row });
    }
    await putWanted(
      tx,
      storeHash,
      unsure.map((scope) => ({ scope, isWanted: false })),
      { email: null, at },
    );
    await addAuditEntries(tx, storeHash, entries, at);
  });
}

/** Writes per scope why its action failed at BigCommerce, and clears it where it worked. Repeatable. */
export async function saveFailures(
  storeHash: StoreHash,
  failures: ReadonlyMap<string, string>,
  worked: readonly string[],
  now: Date,
): Promise<void> {
  const { prisma } = database();
  await prisma.$transaction([
    prisma.subscription.updateMany({
      where: { storeHash, scope: { in: [...worked] }, failure: { not: null } },
      data: { failure: null, failedAt: null },
    }),
    ...[...failures].map(([scope, failure]) =>
      prisma.subscription.updateMany({ where: { storeHash, scope }, data: { failure, failedAt: now } }),
    ),
  ]);
}

/** A hook as it was last seen at BigCommerce. */
export interface SeenHook extends PlannableHook {
  /** It carries a secret header that is not ours: what it brings is refused. */
  hasOtherSecret: boolean;
  status: string | null;
  /** Null when BigCommerce's answer could not be read. */
  createdAt: Date | null;
  updatedAt: Date | null;
}

/** A seen hook, and when it was renewed last, so that BigCommerce does not switch it off for being quiet. */
export interface KnownHook extends SeenHook {
  /** As it was last read; when it was first seen where that never was. */
  createdAt: Date;
  updatedAt: Date;
  renewedAt: Date | null;
}

/** What BigCommerce has for this app on a store. */
export interface SeenHooks {
  hooks: readonly SeenHook[];
  /** Hooks that could not be read: null is what is not known of them. */
  unread: readonly { id: HookId | null; scope: string | null }[];
  /** Null when that part could not be read; then the last ones stand, each until its own end. */
  blockedDomains: readonly BlockedDomain[] | null;
}

/** An address to which BigCommerce pauses deliveries, and until when; the field is named as it is stored. */
export interface BlockedDomain {
  destination: string;
  until: Date;
}

/** Columns of a hook that are not read at BigCommerce. */
const NOT_SEEN = ["seen_at", "renewed_at"];

const BlockedDomains = z.array(z.object({ destination: z.string(), until: z.coerce.date() }));

/** All hooks of a store as they were last seen, the oldest first. */
export async function knownHooks(storeHash: StoreHash): Promise<KnownHook[]> {
  const rows = await database().prisma.hook.findMany({
    where: { storeHash },
    omit: { storeHash: true, seenAt: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, destination, ...seen }) => ({
    id: HookId.parse(Number(id)),
    receiverUrl: destination,
    ...seen,
  }));
}

/**
 * Replaces what is known of a store's hooks by what was read, and saves that reading worked. A hook that could not be
 * read keeps what was known of it. An unchanged hook is not written: with thousands of stores, nearly all are
 * unchanged every hour. Repeatable.
 */
export async function saveSeenHooks(
  storeHash: StoreHash,
  { hooks, unread, blockedDomains }: SeenHooks,
  now: Date,
): Promise<void> {
  const { prisma } = database();
  const there = [...hooks, ...unread].flatMap(({ id }) => (id === null ? [] : [BigInt(id)]));
  // One without an id may be any that is known of its scope, and one without a scope any at all: it is not forgotten.
  const nameless = unread.filter(({ id }) => id === null);
  const scopes = nameless.flatMap(({ scope }) => scope ?? []);
  const isAnySpared = scopes.length < nameless.length;
  const gone = { storeHash, id: { notIn: there }, scope: { notIn: scopes } };
  await prisma.$transaction([
    ...(isAnySpared ? [] : [prisma.hook.deleteMany({ where: gone })]),
    prisma.$executeRaw`
      INSERT INTO hooks (store_hash, id, scope, destination, is_active, status, has_right_secret, has_previous_secret,
                         has_other_secret, is_ours, created_at, updated_at, seen_at)
      SELECT ${storeHash}, seen.id, seen.scope, seen."receiverUrl", seen."isActive", seen.status, seen."hasRightSecret",
             seen."hasPreviousSecret", seen."hasOtherSecret", seen."isOurs" OR coalesce(known.is_ours, false), coalesce(seen."createdAt", known.created_at, ${now}),
             coalesce(seen."updatedAt", known.updated_at, ${now}), ${now}
      FROM jsonb_to_recordset(${JSON.stringify(hooks)}::jsonb) AS seen(
        id bigint, scope text, "receiverUrl" text, "isActive" boolean, status text, "hasRightSecret" boolean,
        "hasPreviousSecret" boolean, "hasOtherSecret" boolean, "isOurs" boolean, "createdAt" timestamptz, "updatedAt" timestamptz)
      LEFT JOIN hooks AS known ON known.store_hash = ${storeHash} AND known.id = seen.id
      ON CONFLICT (store_hash, id) DO UPDATE SET scope = excluded.scope, destination = excluded.destination,
        is_active = excluded.is_active, status = excluded.status, has_right_secret = excluded.has_right_secret,
        has_previous_secret = excluded.has_previous_secret, has_other_secret = excluded.has_other_secret, is_ours = excluded.is_ours, seen_at = excluded.seen_at,
        created_at = excluded.created_at, updated_at = excluded.updated_at
      WHERE to_jsonb(hooks) - ${NOT_SEEN}::text[] <> to_jsonb(excluded) - ${NOT_SEEN}::text[]`,
    prisma.subscription.updateMany({
      where: { storeHash, hadHook: false, scope: { in: [...new Set(hooks.map(({ scope }) => scope))] } },
      data: { hadHook: true },
    }),
    prisma.store.updateMany({
      where: { hash: storeHash },
      data: {
        checkedAt: now,
        checkFailure: null,
        checkFailureStatus: null,
        needsReauthorisation: false,
        unreadableHooks: unread.length,
        ...(blockedDomains && {
          blockedDomains: blockedDomains.map(({ destination, until }) => ({
            destination,
            until: until.toISOString(),
          })),
        }),
      },
    }),
    announceChange(prisma, storeHash),
  ]);
}

/** The stored list of blocked destinations as such; empty when it is not one. */
export function readBlockedDomains(stored: unknown): BlockedDomain[] {
  return BlockedDomains.safeParse(stored).data ?? [];
}

/**
 * The audit entry for what is wanted now. Pure.
 * @param wasWanted Undefined when no one had chosen anything for the scope.
 */
export function wantedEntry(
  actor: Actor,
  { scope, isWanted }: Wanted,
  wasWanted: boolean | undefined,
  reason?: Sentence,
): AuditEntry {
  return {
    actor,
    action: isWanted ? "subscription_wanted" : "subscription_unwanted",
    scope,
    before: { isWanted: wasWanted ?? false },
    after: { isWanted },
    ...(reason !== undefined && { reason }),
  };
}
