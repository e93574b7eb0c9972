import { randomBytes } from "node:crypto";
import { config } from "#lib/config/config.ts";
import { secretPlace } from "#lib/crypto/sealed-columns.ts";
import { SealBroken, seal, unseal } from "#lib/crypto/seal.ts";
import type { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { Trouble } from "#lib/log/trouble.ts";

/** What the receiver knows of a store. */
export interface StoreSecret {
  /**
   * The secrets that its hooks' header may hold: one, or two while it is renewed. None when no key opens one of them, so
   * that only a signature can prove a delivery.
   */
  secrets: readonly string[];
  /** What the secrets were opened from; they need not be opened again while these stay the same. */
  sealed: readonly string[];
  isInstalled: boolean;
  /** Days that its owner wants events to be kept; null follows the operator. */
  retentionDays: number | null;
}

export const UNOPENED = new Trouble({
  level: "error",
  message: "no key of ENCRYPTION_KEYS opens the webhook secrets of some stores",
  over: "the webhook secrets of all stores open again",
});

/** Stores that a line of the log names; the others are counted. */
export const NAMED_MAX = 10;

/**
 * Secrets of the hooks' header, those of uninstalled stores too: their late deliveries are still true. One store's
 * broken seal is no reason to refuse the deliveries of the others.
 * @param hashes Which stores; null for all.
 * @param known What was read before; saves opening again what has not changed.
 * @throws {SealBroken} when all stores were asked for and not one seal opens: the ring is another database's.
 */
export async function webhookSecrets(
  hashes: readonly string[] | null,
  known: ReadonlyMap<string, StoreSecret>,
): Promise<Map<string, StoreSecret>> {
  // Plain rows: with 10,000 stores, the objects of the Prisma client cost more than opening the seals.
  const { rows } = await database().pool.query<Omit<StoreSecret, "secrets"> & { hash: string }>(
    `SELECT hash, array_remove(ARRAY[webhook_secret_sealed, second_webhook_secret_sealed], NULL) AS sealed,
       uninstalled_at IS NULL AS "isInstalled", retention_days AS "retentionDays"
     FROM stores WHERE $1::text[] IS NULL OR hash = ANY($1)`,
    [hashes],
  );
  const secrets = new Map<string, StoreSecret>();
  const broken: string[] = [];
  let fault: SealBroken | undefined;
  for (const { hash, sealed, ...rest } of rows) {
    const before = known.get(hash);
    const isKnown = before?.sealed.join(" ") === sealed.join(" ");
    const opened = isKnown ? before.secrets : sealed.map((each) => openedSecret(hash, each));
    const closed = opened.find((each) => each instanceof SealBroken);
    if (closed) broken.push(hash);
    fault ??= closed;
    secrets.set(hash, {
      secrets: closed ? [] : opened.filter((each) => typeof each === "string"),
      sealed,
      ...rest,
    });
  }
  if (fault && hashes === null && broken.length === rows.length) throw fault;
  if (fault) UNOPENED.met(fault, { stores: broken.length, named: broken.slice(0, NAMED_MAX) });
  else if (hashes === null) UNOPENED.passed();
  return secrets;
}

export function openedSecret(hash: string, sealed: string): string | SealBroken {
  try {
    return unseal(sealed, secretPlace(hash), config().encryptionKeys);
  } catch (error) {
    if (error instanceof SealBroken) return error;
    throw error;
  }
}

/** A new secret for a store's hooks, sealed. */
export function newSealedSecret(hash: StoreHash): string {
  return seal(randomBytes(32).toString("base64url"), secretPlace(hash), config().encryptionKeys);
}
