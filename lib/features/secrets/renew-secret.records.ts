import type { Actor } from "#lib/features/audit/entry.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Prisma } from "#lib/platform/db/generated/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { announce, NOT_RENEWED } from "#lib/features/stores/records.ts";
import { newSealedSecret } from "#lib/features/stores/secrets.records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import type { HooksBySecret, Renewal } from "./renewal-steps.ts";

/** Where the renewal of a store's secret is; null when nothing is renewed. */
export async function renewalOf(hash: StoreHash): Promise<Renewal | null> {
  const store = await database().prisma.store.findUnique({
    where: { hash },
    select: { secretRenewal: true, secretRenewalSince: true, secretEverywhereSince: true },
  });
  const phase = store?.secretRenewal;
  if (!store?.secretRenewalSince || (phase !== "announced" && phase !== "changing")) return null;
  return { phase, since: store.secretRenewalSince, everywhereSince: store.secretEverywhereSince };
}

/** Stores whose secret is being renewed, uninstalled ones too: their late deliveries are still true. */
export async function renewingStores(): Promise<StoreHash[]> {
  const rows = await database().prisma.store.findMany({
    where: { secretRenewal: { not: null } },
    select: { hash: true },
    orderBy: { hash: "asc" },
  });
  return rows.map(({ hash }) => StoreHash.parse(hash));
}

/** How many of a store's hooks, as they were last seen, carry which secret of ours. */
export async function hooksBySecret(storeHash: StoreHash): Promise<HooksBySecret> {
  const { hook } = database().prisma;
  const [onNew, onPrevious] = await Promise.all([
    hook.count({ where: { storeHash, hasRightSecret: true, isOurs: true } }),
    hook.count({ where: { storeHash, hasPreviousSecret: true, isOurs: true } }),
  ]);
  return { onNew, onPrevious };
}

/**
 * Makes a store's coming secret, which passes from now on, and enqueues what follows in the same transaction.
 * @returns false, with nothing changed, when a renewal is under way or the app is not installed.
 */
export function saveAnnouncement(
  hash: StoreHash,
  by: Actor,
  now: Date,
  enqueueNext: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.store.updateMany({
      where: { hash, secretRenewal: null, uninstalledAt: null },
      data: {
        ...NOT_RENEWED,
        secondWebhookSecretSealed: newSealedSecret(hash),
        secretRenewal: "announced",
        secretRenewalSince: now,
      },
    });
    if (count === 0) return false;
    await addAuditEntries(tx, hash, [{ actor: by, action: "secret_renewal_begun" }], now);
    await announce(tx, hash);
    await enqueueNext(tx);
    return true;
  });
}

/**
 * Lets the two secrets change places: hooks are to carry the new one, and what carries the old one is known as such.
 * Both pass before and after. Repeatable: a second time nothing changes.
 */
export function saveChange(
  hash: StoreHash,
  now: Date,
  enqueueNext: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<void> {
  return inTransaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE stores SET webhook_secret_sealed = second_webhook_secret_sealed,
        second_webhook_secret_sealed = webhook_secret_sealed,
        secret_renewal = 'changing', secret_renewal_since = ${now}, secret_everywhere_since = NULL
      WHERE hash = ${hash} AND secret_renewal = 'announced' AND second_webhook_secret_sealed IS NOT NULL`;
    if (changed === 0) return;
    await tx.$executeRaw`
      UPDATE hooks SET has_previous_secret = has_right_secret, has_right_secret = false WHERE store_hash = ${hash}`;
    await announce(tx, hash);
    await enqueueNext(tx);
  });
}

/** Notes since when every hook carries the new secret; null when one does not. Repeatable. */
export async function saveEverywhereSince(hash: StoreHash, since: Date | null): Promise<void> {
  await database().prisma.store.updateMany({
    where: { hash, secretRenewal: "changing" },
    data: { secretEverywhereSince: since },
  });
}

/** Ends the old secret; from now on it passes nowhere. Repeatable. */
export function saveEnd(
  hash: StoreHash,
  now: Date,
  reason: Sentence,
  enqueueNext: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<void> {
  return inTransaction(async (tx) => {
    const { count } = await tx.store.updateMany({
      where: { hash, secretRenewal: "changing" },
      data: NOT_RENEWED,
    });
    if (count === 0) return;
    await tx.hook.updateMany({
      where: { storeHash: hash, hasPreviousSecret: true },
      data: { hasPreviousSecret: false, hasOtherSecret: true },
    });
    await addAuditEntries(tx, hash, [{ actor: "keeper", action: "secret_renewal_ended", reason }], now);
    await announce(tx, hash);
    await enqueueNext(tx);
  });
}
