import { z } from "zod";
import { config } from "#lib/config/config.ts";
import { DestinationSettings } from "#lib/contract/destinations.ts";
import {
  DESTINATION_KINDS,
  OFF_REASONS,
  SETTINGS_DEFAULT,
  type OffReason,
} from "#lib/contract/values/destinations.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { destinationSecretsColumn, destinationUrlColumn } from "#lib/crypto/sealed-columns.ts";
import { StoreHash } from "#lib/ids.ts";
import { DESTINATIONS_CHANNEL } from "#lib/platform/db/channels.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Destination as Row, Prisma } from "#lib/platform/db/generated/client.ts";
import type { OpenDestination } from "./destination.ts";
import { DestinationNotFound } from "./errors.ts";
import { DestinationSecrets } from "./secrets.ts";

const Kind = z.enum(DESTINATION_KINDS);
const Reason = z.enum(OFF_REASONS).nullable();
/** What a newer version knows besides is as usual in rows from before. */
const Settings = z
  .record(z.string(), z.unknown())
  .transform((stored) => DestinationSettings.parse({ ...SETTINGS_DEFAULT, ...stored }));

/** A destination with everything that is known of it itself. Never to be logged or answered. */
export interface KnownDestination extends OpenDestination {
  offReason: OffReason | null;
  offAt: Date | null;
  /** Email address of who turned it off; null when Keeper did. */
  offBy: string | null;
  createdAt: Date;
}

/**
 * A destination with its secrets, of a store that has the app now; null without one.
 * @throws {SealBroken} when the key that sealed it is gone.
 */
export async function openDestination(id: string): Promise<OpenDestination | null> {
  const row = await database().prisma.destination.findFirst({
    where: { id, store: { uninstalledAt: null } },
  });
  return row && opened(row);
}

/**
 * The destinations of a store with their secrets, by name.
 * @throws {SealBroken} when the key that sealed one is gone.
 */
export async function destinationsOf(storeHash: StoreHash): Promise<KnownDestination[]> {
  const rows = await database().prisma.destination.findMany({
    where: { storeHash },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(opened);
}

/** One destination of a store; null when the store has none of this id. */
export async function destinationOf(storeHash: StoreHash, id: string): Promise<KnownDestination | null> {
  const row = await database().prisma.destination.findFirst({ where: { id, storeHash } });
  return row && opened(row);
}

/** Whether a destination of a store, on or off, takes events about the source itself. */
export async function takesSourceEvents(storeHash: StoreHash): Promise<boolean> {
  const settings = { path: ["takesSourceEvents"], equals: true };
  return (await database().prisma.destination.findFirst({ where: { storeHash, settings } })) !== null;
}

/** The same inside the caller's transaction, which no one else changes it beside. */
export async function lockDestination(
  tx: Prisma.TransactionClient,
  storeHash: StoreHash,
  id: string,
): Promise<KnownDestination | null> {
  await tx.$executeRaw`SELECT FROM destinations WHERE id = ${id} AND store_hash = ${storeHash} FOR UPDATE`;
  const row = await tx.destination.findFirst({ where: { id, storeHash } });
  return row && opened(row);
}

/**
 * As `lockDestination`, where there has to be one.
 * @throws {DestinationNotFound}
 */
export async function requireDestination(
  tx: Prisma.TransactionClient,
  storeHash: StoreHash,
  id: string,
): Promise<KnownDestination> {
  const found = await lockDestination(tx, storeHash, id);
  if (!found) throw new DestinationNotFound("the store has no such destination");
  return found;
}

/** How many destinations a store has, until the caller's transaction ends: no one else makes one meanwhile. */
export async function countLocked(tx: Prisma.TransactionClient, storeHash: StoreHash): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`destinations:${storeHash}`}))`;
  return tx.destination.count({ where: { storeHash } });
}

/** Writes a new destination and where in the log it begins; workers learn of it by the commit. */
export async function insertDestination(
  tx: Prisma.TransactionClient,
  destination: KnownDestination,
  positionSeq: bigint,
): Promise<void> {
  const { id, storeHash, createdAt } = destination;
  await tx.destination.create({ data: { id, storeHash, createdAt, ...columnsOf(destination) } });
  await tx.feed.create({ data: { destinationId: id, storeHash, positionSeq } });
  await announceDestination(tx, id);
}

/** Writes a changed destination under its next version; workers learn of it by the commit. */
export async function updateDestination(
  tx: Prisma.TransactionClient,
  destination: KnownDestination,
): Promise<void> {
  const { id } = destination;
  await tx.destination.update({
    where: { id },
    data: { ...columnsOf(destination), version: { increment: 1 } },
  });
  await announceDestination(tx, id);
}

/** Deletes a destination with how far it is and what waits for it; its attempts go with their days. */
export async function deleteDestination(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.destination.delete({ where: { id } });
  await announceDestination(tx, id);
}

/** Tells workers, once the transaction commits, that there is news of a destination. Repeatable. */
export function announceDestination(
  tx: Pick<Prisma.TransactionClient, "$executeRaw">,
  id: string,
): Prisma.PrismaPromise<number> {
  return tx.$executeRaw`SELECT pg_notify(${DESTINATIONS_CHANNEL}, ${id})`;
}

function columnsOf(destination: KnownDestination) {
  const { id, name, kind, url, settings, secrets, headers, auth } = destination;
  const { isOn, offReason, offAt, offBy } = destination;
  const { encryptionKeys } = config();
  return {
    name,
    kind,
    settings: settings satisfies Prisma.InputJsonObject,
    urlSealed: seal(url, destinationUrlColumn(id), encryptionKeys),
    secretsSealed: seal(
      JSON.stringify({ secrets, headers, auth }),
      destinationSecretsColumn(id),
      encryptionKeys,
    ),
    isOn,
    offReason,
    offAt,
    offBy,
  };
}

function opened(row: Row): KnownDestination {
  const { id, name, isOn, offAt, offBy, createdAt, version } = row;
  const { encryptionKeys } = config();
  const secrets = unseal(row.secretsSealed, destinationSecretsColumn(id), encryptionKeys);
  return {
    id,
    storeHash: StoreHash.parse(row.storeHash),
    name,
    kind: Kind.parse(row.kind),
    url: unseal(row.urlSealed, destinationUrlColumn(id), encryptionKeys),
    settings: Settings.parse(row.settings),
    ...DestinationSecrets.parse(JSON.parse(secrets)),
    isOn,
    offReason: Reason.parse(row.offReason),
    offAt,
    offBy,
    createdAt,
    version,
  };
}
