import { openedSecret, newSealedSecret } from "./secrets.records.ts";
import { DESTINATIONS_CHANNEL, STORES_CHANNEL } from "#lib/platform/db/channels.ts";
import type { Actor } from "#lib/features/audit/entry.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { Unauthorized } from "#lib/platform/bigcommerce/errors.ts";
import { config } from "#lib/config/config.ts";
import { SealBroken, seal, unseal } from "#lib/crypto/seal.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Prisma, Store } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import { webhookSecretColumn, accessTokenColumn } from "#lib/crypto/sealed-columns.ts";

export type { Store };

/** A store whose token we hold, with its secrets opened. Never to be logged or answered. */
export interface StoreCredentials {
  hash: StoreHash;
  accessToken: string;
  /** What the store's hooks are to carry. */
  webhookSecret: string;
  /** What they carried before, and may carry yet while the secret is renewed; null otherwise. */
  previousWebhookSecret: string | null;
}

/** What an installation tells about a store. */
export interface InstalledStore {
  hash: StoreHash;
  accessToken: string;
  scopes: readonly string[];
  accountUuid: string | null;
  ownerUserId: bigint | null;
}

/** The store's row, installed or not; null when it never was. */
export function findStore(hash: StoreHash): Promise<Store | null> {
  return database().prisma.store.findUnique({ where: { hash } });
}

/** Watches a store until then, or until later when that was said before; inside the caller's transaction. Repeatable. */
export async function extendWatch(
  tx: Prisma.TransactionClient,
  storeHash: StoreHash,
  until: Date,
): Promise<void> {
  await tx.store.updateMany({
    where: { hash: storeHash, OR: [{ watchedUntil: null }, { watchedUntil: { lt: until } }] },
    data: { watchedUntil: until },
  });
}

/**
 * The secrets needed to act for a store; null when it is unknown or uninstalled.
 * @throws {Unauthorized} when no key opens them: to the store it is as if its token had been refused, and installing the
 * app again repairs both.
 */
export async function storeCredentials(hash: StoreHash): Promise<StoreCredentials | null> {
  const store = await findStore(hash);
  if (!store?.accessTokenSealed || store.uninstalledAt) return null;
  const { encryptionKeys } = config();
  try {
    return {
      hash,
      accessToken: unseal(store.accessTokenSealed, accessTokenColumn(hash), encryptionKeys),
      webhookSecret: unseal(store.webhookSecretSealed, webhookSecretColumn(hash), encryptionKeys),
      previousWebhookSecret: previousSecretOf(store),
    };
  } catch (error) {
    if (error instanceof SealBroken) throw new Unauthorized(error.message, { cause: error });
    throw error;
  }
}

/** A secret that no key opens is one that no one can hold a hook to. */
function previousSecretOf({ hash, secretRenewal, secondWebhookSecretSealed: sealed }: Store): string | null {
  if (secretRenewal !== "changing" || sealed === null) return null;
  const secret = openedSecret(hash, sealed);
  return secret instanceof SealBroken ? null : secret;
}

/** A store whose secret is not being renewed. */
export const NOT_RENEWED = {
  secondWebhookSecretSealed: null,
  secretRenewal: null,
  secretRenewalSince: null,
  secretEverywhereSince: null,
} as const;

/**
 * Writes an installation, inside the caller's transaction. A store that comes back keeps its webhook secret, unless no
 * key opens it any more, and its events; its session epoch rises. Hooks from before an uninstallation are forgotten, because BigCommerce
 * deleted them. An owner or account that is not told now stays as it was known. Repeatable.
 * @param by Who installed it, for the audit log.
 * @returns who owns the store, as far as is known.
 */
export async function saveInstalledStore(
  tx: Prisma.TransactionClient,
  store: InstalledStore,
  now: Date,
  by: Actor = "keeper",
): Promise<Pick<Store, "ownerUserId">> {
  const { encryptionKeys } = config();
  const installed = {
    accessTokenSealed: seal(store.accessToken, accessTokenColumn(store.hash), encryptionKeys),
    scopes: [...store.scopes],
    ...(store.accountUuid === null ? {} : { accountUuid: store.accountUuid }),
    ...(store.ownerUserId === null ? {} : { ownerUserId: store.ownerUserId }),
    installedAt: now,
    uninstalledAt: null,
    needsReauthorisation: false,
    checkFailure: null,
    // BigCommerce does not say what becomes of menu entries when an app is taken off.
    extensionsKept: null,
  };
  const webhookSecretSealed = newSealedSecret(store.hash);
  const before = await tx.store.findUnique({ where: { hash: store.hash } });
  const isSecretLost =
    before !== null && openedSecret(store.hash, before.webhookSecretSealed) instanceof SealBroken;
  const { ownerUserId } = await tx.store.upsert({
    where: { hash: store.hash },
    create: { hash: store.hash, webhookSecretSealed, ...installed },
    update: {
      ...installed,
      ...(isSecretLost ? { webhookSecretSealed, ...NOT_RENEWED } : {}),
      sessionEpoch: { increment: 1 },
    },
  });
  const isThere = before !== null && before.uninstalledAt === null;
  // A store that only accepts the app anew keeps its hooks, and so what the keeper noted about each.
  if (!isThere) {
    await tx.hook.deleteMany({ where: { storeHash: store.hash } });
    await tx.subscription.updateMany({ where: { storeHash: store.hash }, data: { hadHook: false } });
  }
  const action = isThere ? "app_accepted" : "app_installed";
  await addAuditEntries(tx, store.hash, [{ actor: by, action }], now);
  await announce(tx, store.hash);
  return { ownerUserId };
}

/**
 * Forgets the token and ends every session of a store, inside the caller's transaction. Its events stay. Repeatable.
 * @param by Who removed the app, for the audit log; the keeper when it was found out.
 * @param installedAt Which installation is over; any other stays as it is. Whichever there is when absent.
 * @returns whether an installation ended.
 */
export async function saveUninstalledStore(
  tx: Prisma.TransactionClient,
  hash: StoreHash,
  now: Date,
  { by = "keeper", installedAt }: { by?: Actor; installedAt?: Date | undefined } = {},
): Promise<boolean> {
  const { count } = await tx.store.updateMany({
    where: { hash, uninstalledAt: null, ...(installedAt ? { installedAt } : {}) },
    data: {
      accessTokenSealed: null,
      uninstalledAt: now,
      sessionEpoch: { increment: 1 },
      needsReauthorisation: false,
    },
  });
  if (count === 0) return false;
  await tx.hook.deleteMany({ where: { storeHash: hash } });
  await tx.subscription.updateMany({ where: { storeHash: hash }, data: { hadHook: false } });
  await addAuditEntries(tx, hash, [{ actor: by, action: "app_uninstalled" }], now);
  // Whoever sends to its destinations stops.
  await tx.$executeRaw`
    SELECT pg_notify(${DESTINATIONS_CHANNEL}, id) FROM destinations WHERE store_hash = ${hash}`;
  await announce(tx, hash);
  return true;
}

/** Writes what GET /v2/store told about a store. Repeatable. */
export async function saveStoreProfile(
  hash: StoreHash,
  profile: Partial<Pick<Store, "name" | "domain" | "timezone" | "currency" | "controlPanelUrl">>,
): Promise<void> {
  const told = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== null));
  await database().prisma.store.update({ where: { hash }, data: told });
}

/** Marks a store as the demo's, so that the screens can say so. Repeatable. */
export async function saveDemoMark(hash: StoreHash): Promise<void> {
  await database().prisma.store.update({ where: { hash }, data: { isDemo: true } });
}

/** Marks a store as one whose token BigCommerce refused, or as well again. Repeatable. */
export async function saveReauthorisationNeed(hash: StoreHash, needsReauthorisation: boolean): Promise<void> {
  await database().prisma.store.updateMany({ where: { hash }, data: { needsReauthorisation } });
}

/** Tells every process, once the transaction commits, that a store changed. */
export async function announce(tx: Prisma.TransactionClient, hash: StoreHash): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${STORES_CHANNEL}, ${hash})`;
}
