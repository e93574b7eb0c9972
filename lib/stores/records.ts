import { randomBytes } from "node:crypto";
import { config } from "#lib/config.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma, Store } from "#lib/db/generated/client.ts";
import { StoreHash } from "#lib/ids.ts";

export type { Store };

/** PostgreSQL channel on which processes tell each other that a store was installed, changed or removed; payload: its hash. */
export const STORES_CHANNEL = "webhook_keeper_stores";

/** A store whose token we hold, with its secrets opened. Never to be logged or answered. */
export interface StoreCredentials {
  hash: StoreHash;
  accessToken: string;
  webhookSecret: string;
}

/** What an installation tells about a store. */
export interface InstalledStore {
  hash: StoreHash;
  accessToken: string;
  scopes: readonly string[];
  accountUuid: string | null;
  ownerUserId: bigint | null;
}

const tokenPlace = (hash: string) => `stores.access_token:${hash}`;
const secretPlace = (hash: string) => `stores.webhook_secret:${hash}`;

/** The store's row, installed or not; null when it never was. */
export function findStore(hash: StoreHash): Promise<Store | null> {
  return database().prisma.store.findUnique({ where: { hash } });
}

/** Hashes of all stores that have the app now. */
export async function installedStores(): Promise<StoreHash[]> {
  const rows = await database().prisma.store.findMany({
    where: { uninstalledAt: null, accessTokenSealed: { not: null } },
    select: { hash: true },
    orderBy: { hash: "asc" },
  });
  return rows.map(({ hash }) => StoreHash.parse(hash));
}

/**
 * The secrets needed to act for a store; null when it is unknown or uninstalled.
 * @throws {SealBroken} when the key that sealed them is gone.
 */
export async function storeCredentials(hash: StoreHash): Promise<StoreCredentials | null> {
  const store = await findStore(hash);
  if (!store?.accessTokenSealed || store.uninstalledAt) return null;
  const { encryptionKeys } = config();
  return {
    hash,
    accessToken: unseal(store.accessTokenSealed, tokenPlace(hash), encryptionKeys),
    webhookSecret: unseal(store.webhookSecretSealed, secretPlace(hash), encryptionKeys),
  };
}

/** Every store's secret of the hooks' header, those of uninstalled stores too: their late deliveries are still true. */
export async function webhookSecrets(): Promise<Map<string, { secret: string; isInstalled: boolean }>> {
  const { encryptionKeys } = config();
  const rows = await database().prisma.store.findMany({
    select: { hash: true, webhookSecretSealed: true, uninstalledAt: true },
  });
  return new Map(
    rows.map(({ hash, webhookSecretSealed, uninstalledAt }) => [
      hash,
      {
        secret: unseal(webhookSecretSealed, secretPlace(hash), encryptionKeys),
        isInstalled: uninstalledAt === null,
      },
    ]),
  );
}

/**
 * Writes an installation, inside the caller's transaction. A store that comes back keeps its webhook secret and its
 * events; its session epoch rises and its hooks are forgotten, because BigCommerce deleted them. Repeatable.
 */
export async function saveInstalledStore(
  tx: Prisma.TransactionClient,
  store: InstalledStore,
  now: Date,
): Promise<void> {
  const { encryptionKeys } = config();
  const installed = {
    accessTokenSealed: seal(store.accessToken, tokenPlace(store.hash), encryptionKeys),
    scopes: [...store.scopes],
    accountUuid: store.accountUuid,
    ownerUserId: store.ownerUserId,
    installedAt: now,
    uninstalledAt: null,
    needsReauthorisation: false,
    checkFailure: null,
  };
  const webhookSecret = randomBytes(32).toString("base64url");
  await tx.store.upsert({
    where: { hash: store.hash },
    create: {
      hash: store.hash,
      webhookSecretSealed: seal(webhookSecret, secretPlace(store.hash), encryptionKeys),
      ...installed,
    },
    update: { ...installed, sessionEpoch: { increment: 1 } },
  });
  await tx.hook.deleteMany({ where: { storeHash: store.hash } });
  await announce(tx, store.hash);
}

/** Forgets the token and ends every session of a store, inside the caller's transaction. Its events stay. Repeatable. */
export async function saveUninstalledStore(
  tx: Prisma.TransactionClient,
  hash: StoreHash,
  now: Date,
): Promise<void> {
  await tx.store.updateMany({
    where: { hash, uninstalledAt: null },
    data: {
      accessTokenSealed: null,
      uninstalledAt: now,
      sessionEpoch: { increment: 1 },
      needsReauthorisation: false,
    },
  });
  await tx.hook.deleteMany({ where: { storeHash: hash } });
  await announce(tx, hash);
}

/** Writes what GET /v2/store told about a store. Repeatable. */
export async function saveStoreProfile(
  hash: StoreHash,
  profile: { name: string; domain: string; timezone: string | null; controlPanelUrl: string | null },
): Promise<void> {
  await database().prisma.store.update({ where: { hash }, data: profile });
}

/** Marks a store as the demo's, so that the screens can say so. Repeatable. */
export async function saveDemoMark(hash: StoreHash): Promise<void> {
  await database().prisma.store.update({ where: { hash }, data: { isDemo: true } });
}

/** Marks a store as one whose token BigCommerce refused, or as well again. Repeatable. */
export async function saveReauthorisationNeed(hash: StoreHash, needsReauthorisation: boolean): Promise<void> {
  await database().prisma.store.updateMany({ where: { hash }, data: { needsReauthorisation } });
}

/** Runs `work` in one transaction over all records. */
export function inTransaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return database().prisma.$transaction(work);
}

async function announce(tx: Prisma.TransactionClient, hash: StoreHash): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${STORES_CHANNEL}, ${hash})`;
}
