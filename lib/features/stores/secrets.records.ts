import { randomBytes } from "node:crypto";
import { config } from "#lib/config/config.ts";
import { SealBroken, seal, unseal } from "#lib/crypto/seal.ts";
import { webhookSecretColumn } from "#lib/crypto/sealed-columns.ts";
import type { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";

/** What the receiver knows of a store. */
export interface StoreSecret {
  /**
   * The secrets that its hooks' header may hold: one, or two while it is renewed. None when no key opens one of them, so
   * that only a signature can prove a delivery.
   */
  secrets: readonly string[];
  /** Why there is none; null when each opens. */
  fault: SealBroken | null;
  /** What the secrets were opened from; they need not be opened again while these stay the same. */
  sealed: readonly string[];
  isInstalled: boolean;
  /** Days that its owner wants events to be kept; null follows the operator. */
  retentionDays: number | null;
  /** Which of the `PARTS` it is in. */
  part: number;
}

/** The same as it may lie on a disk: sealed. */
export interface SealedStore extends Omit<StoreSecret, "secrets" | "fault"> {
  hash: string;
}

/** Which stores to read. */
export type WhichStores = "all" | { hashes: readonly string[] } | { parts: readonly number[] };

/** All stores are looked through in so many parts: few enough to compare, and each small enough to be read. */
const PARTS = 256;
const PART = `hashtext(hash) & ${PARTS - 1}`;

/**
 * Secrets of the hooks' header, those of uninstalled stores too: their late deliveries are still true. One store's
 * broken seal is no reason to refuse the deliveries of the others.
 * @param known What was read before; saves opening again what has not changed.
 */
export async function webhookSecrets(
  which: WhichStores,
  known: ReadonlyMap<string, StoreSecret>,
): Promise<Map<string, StoreSecret>> {
  const { hashes = null, parts = null } = which === "all" ? {} : { hashes: null, parts: null, ...which };
  // Plain rows: with 10,000 stores, the objects of the Prisma client cost more than opening the seals.
  const { rows } = await database().pool.query<SealedStore>(
    `SELECT hash, array_remove(ARRAY[webhook_secret_sealed, second_webhook_secret_sealed], NULL) AS sealed,
       uninstalled_at IS NULL AS "isInstalled", retention_days AS "retentionDays", ${PART} AS part
     FROM stores WHERE ($1::text[] IS NULL OR hash = ANY($1)) AND ($2::int[] IS NULL OR ${PART} = ANY($2))`,
    [hashes, parts],
  );
  return openStores(rows, known);
}

/** Opens what is known of stores. @param known What was opened before, and need not be again. */
export function openStores(
  stores: readonly SealedStore[],
  known: ReadonlyMap<string, StoreSecret>,
): Map<string, StoreSecret> {
  return new Map(
    stores.map(({ hash, ...row }) => {
      const before = known.get(hash);
      const isKnown = before?.sealed.join(" ") === row.sealed.join(" ");
      return [hash, { ...row, ...(isKnown ? pickOpened(before) : open(hash, row.sealed)) }];
    }),
  );
}

const pickOpened = ({ secrets, fault }: StoreSecret) => ({ secrets, fault });

function open(hash: string, sealed: readonly string[]): Pick<StoreSecret, "secrets" | "fault"> {
  const opened = sealed.map((each) => openedSecret(hash, each));
  const fault = opened.find((each) => each instanceof SealBroken) ?? null;
  return { secrets: fault ? [] : opened.filter((each) => typeof each === "string"), fault };
}

/**
 * A mark for each part in which there is any store. It changes with whatever `webhookSecrets` reads of one, with stores that
 * come and with those that go, and with nothing else: so a part whose mark is the same need not be read again. However
 * many stores there are, a few kilobytes come over the line.
 */
export async function storeMarks(): Promise<Map<number, string>> {
  const { rows } = await database().pool.query<{ part: number; mark: string }>(
    `SELECT ${PART} AS part, bit_xor(hash_record_extended(
         ROW(hash, webhook_secret_sealed, second_webhook_secret_sealed, uninstalled_at IS NULL, retention_days), 0)) AS mark
     FROM stores GROUP BY 1`,
  );
  return new Map(rows.map(({ part, mark }) => [part, mark]));
}

/** A store's webhook secret, or why no key opens it. @throws only what is no `SealBroken`. */
export function openedSecret(hash: string, sealed: string): string | SealBroken {
  try {
    return unseal(sealed, webhookSecretColumn(hash), config().encryptionKeys);
  } catch (error) {
    if (error instanceof SealBroken) return error;
    throw error;
  }
}

/** A new secret for a store's hooks, sealed. */
export function newSealedSecret(hash: StoreHash): string {
  return seal(randomBytes(32).toString("base64url"), webhookSecretColumn(hash), config().encryptionKeys);
}
