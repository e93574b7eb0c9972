import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma, Subscription } from "#lib/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";

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

/** What a merchant says about one scope. */
export interface Wish {
  scope: string;
  isWanted: boolean;
}

/** Writes wishes of a person, in one statement each and one transaction. Repeatable. */
export async function saveWishes(
  storeHash: StoreHash,
  wishes: readonly Wish[],
  by: { email: string | null; at: Date },
): Promise<void> {
  const { prisma } = database();
  await prisma.$transaction(
    wishes.map(({ scope, isWanted }) => {
      const wish = { isWanted, changedAt: by.at, changedBy: by.email, failure: null, failedAt: null };
      return prisma.subscription.upsert({
        where: { storeHash_scope: { storeHash, scope } },
        create: { storeHash, scope, ...wish },
        update: wish,
      });
    }),
  );
}

/** Puts rows back as they were and forgets those of `absent` scopes, after wishes that could not be fulfilled. */
export async function restoreWishes(
  storeHash: StoreHash,
  before: readonly Subscription[],
  absent: readonly string[],
): Promise<void> {
  const { prisma } = database();
  await prisma.$transaction([
    prisma.subscription.deleteMany({ where: { storeHash, scope: { in: [...absent] } } }),
    ...before.map((row) =>
      prisma.subscription.upsert({
        where: { storeHash_scope: { storeHash, scope: row.scope } },
        create: row,
        update: row,
      }),
    ),
  ]);
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
