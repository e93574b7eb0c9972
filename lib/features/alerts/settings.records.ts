import type { Person, AuditEntry } from "#lib/features/audit/entry.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { config } from "#lib/config/config.ts";
import { SealBroken, seal, unseal } from "#lib/crypto/seal.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Prisma } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import { alertSecretColumn } from "#lib/crypto/sealed-columns.ts";

/** How long the secret before a renewal signs beside the new one. */
const OVERLAP_MS = 24 * 3_600_000;

/** Whom a store's alerts go to, without the secret. */
export interface AlertSettings {
  emails: readonly string[];
  webhookUrl: string | null;
  mutedCauses: readonly string[];
}

const NOBODY: AlertSettings = { emails: [], webhookUrl: null, mutedCauses: [] };
const COLUMNS = { emails: true, webhookUrl: true, mutedCauses: true } as const;

/** The settings inside the caller's transaction; no one is alerted before a person set them. */
export async function settingsIn(tx: Prisma.TransactionClient, storeHash: StoreHash): Promise<AlertSettings> {
  return (await tx.alertSettings.findUnique({ where: { storeHash }, select: COLUMNS })) ?? NOBODY;
}

/** The settings of a store. */
export function alertSettingsOf(storeHash: StoreHash): Promise<AlertSettings> {
  return settingsIn(database().prisma, storeHash);
}

/** Where a store's webhook goes and the secret that signs it. Never to be logged or answered. */
export interface AlertWebhook {
  url: string;
  /** The present one first; the one before as well, for a day from its renewal. */
  secrets: readonly string[];
}

/** The webhook of a store; null without one. @throws {SealBroken} when the key that sealed its secret is gone. */
export async function alertWebhookOf(storeHash: StoreHash, now: Date): Promise<AlertWebhook | null> {
  const row = await database().prisma.alertSettings.findUnique({ where: { storeHash } });
  if (!row || row.webhookUrl === null || row.webhookSecretSealed === null) return null;
  const isPreviousGood = row.previousSecretUntil !== null && row.previousSecretUntil > now;
  const sealedSecrets = [row.webhookSecretSealed, isPreviousGood ? row.previousSecretSealed : null];
  const open = (value: string) => unseal(value, alertSecretColumn(storeHash), config().encryptionKeys);
  return { url: row.webhookUrl, secrets: sealedSecrets.filter((value) => value !== null).map(open) };
}

/** A change of the settings, and what the audit log says of it. */
export interface SettingsChange {
  settings: AlertSettings;
  /** Made when the store has none, or none that a key opens; taken only then. */
  newSecret: string;
  by: Person;
  entryOf(before: AlertSettings): Omit<AuditEntry, "actor"> | null;
}

/**
 * Writes the settings and the entry about it in one commit. Repeatable.
 * @returns whether the new secret was taken.
 */
export function saveAlertSettings(
  storeHash: StoreHash,
  { settings, newSecret, by, entryOf }: SettingsChange,
  now: Date,
): Promise<boolean> {
  return database().prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`alerts:${storeHash}`}))`;
    const row = await tx.alertSettings.findUnique({ where: { storeHash } });
    const takesSecret = settings.webhookUrl !== null && !opens(storeHash, row?.webhookSecretSealed ?? null);
    const data = {
      emails: [...settings.emails],
      webhookUrl: settings.webhookUrl,
      mutedCauses: [...settings.mutedCauses],
      changedAt: now,
      ...(takesSecret && { webhookSecretSealed: sealed(storeHash, newSecret) }),
    };
    await tx.alertSettings.upsert({ where: { storeHash }, create: { storeHash, ...data }, update: data });
    const entry = entryOf(row ?? NOBODY);
    if (entry) await addAuditEntries(tx, storeHash, [{ actor: by, ...entry }], now);
    return takesSecret;
  });
}

/**
 * Puts another secret in the place of the present one, which signs as well for another day.
 * @returns false when the store has no webhook.
 */
export function saveAlertSecret(
  storeHash: StoreHash,
  secret: string,
  by: Person,
  now: Date,
): Promise<boolean> {
  return database().prisma.$transaction(async (tx) => {
    const row = await tx.alertSettings.findUnique({ where: { storeHash } });
    if (!row || row.webhookUrl === null) return false;
    const isOpen = opens(storeHash, row.webhookSecretSealed);
    const data = {
      webhookSecretSealed: sealed(storeHash, secret),
      previousSecretSealed: isOpen ? row.webhookSecretSealed : null,
      previousSecretUntil: new Date(now.getTime() + OVERLAP_MS),
      changedAt: now,
    };
    await tx.alertSettings.update({ where: { storeHash }, data });
    await addAuditEntries(tx, storeHash, [{ actor: by, action: "alert_secret_renewed" }], now);
    return true;
  });
}

const sealed = (storeHash: StoreHash, secret: string) =>
  seal(secret, alertSecretColumn(storeHash), config().encryptionKeys);

function opens(storeHash: StoreHash, secretSealed: string | null): boolean {
  if (secretSealed === null) return false;
  try {
    return unseal(secretSealed, alertSecretColumn(storeHash), config().encryptionKeys) !== "";
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}
