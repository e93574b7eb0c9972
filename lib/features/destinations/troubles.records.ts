import { RETRYING_MS } from "#lib/contract/values/destinations.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";

/** What is wrong with a destination that is of use to know. */
export const DESTINATION_TROUBLES = [
  "destination_ill",
  "destination_off",
  "deliveries_failed",
  "destination_retrying",
] as const;
export type DestinationTrouble = (typeof DESTINATION_TROUBLES)[number];

/** A destination with whom something is wrong. */
export interface TroubledDestination {
  id: string;
  name: string;
  trouble: DestinationTrouble;
}

/** What ends by itself, as far as anyone knows. */
const RETRYING = (now: Date) => Prisma.sql`
  SELECT d.store_hash, id, name, 'destination_retrying' AS trouble FROM destinations AS d
  JOIN feeds ON destination_id = id WHERE is_on AND ill_since > ${new Date(now.getTime() - RETRYING_MS)}`;

/** What needs a person. What a person turned off is no trouble, nor what was given up there before. */
const TROUBLED = (now: Date) => Prisma.sql`
  SELECT store_hash, id, name, 'destination_off' AS trouble FROM destinations
  WHERE NOT is_on AND off_reason <> 'person'
  UNION ALL SELECT d.store_hash, id, name, 'destination_ill' FROM destinations AS d
  JOIN feeds ON destination_id = id WHERE is_on AND ill_since <= ${new Date(now.getTime() - RETRYING_MS)}
  UNION ALL SELECT store_hash, id, name, 'deliveries_failed' FROM destinations WHERE is_on AND EXISTS (
    SELECT FROM delivery_retries WHERE destination_id = id AND state = 'failed')`;

/** What is wrong with a store's destinations, by their names. */
export function troubledDestinations(storeHash: StoreHash, now: Date): Promise<TroubledDestination[]> {
  return database().prisma.$queryRaw<TroubledDestination[]>`
    SELECT id, name, trouble FROM (${TROUBLED(now)} UNION ALL ${RETRYING(now)}) AS troubled
    WHERE store_hash = ${storeHash} ORDER BY name, id`;
}

/** Stores that have the app, and something wrong with a destination, or an open alert about one. */
export async function storesWithTroubledDestinations(now: Date): Promise<StoreHash[]> {
  const rows = await database().prisma.$queryRaw<{ hash: string }[]>`
    SELECT hash FROM stores WHERE uninstalled_at IS NULL AND access_token_sealed IS NOT NULL AND hash IN (
      SELECT store_hash FROM (${TROUBLED(now)}) AS troubled
      UNION SELECT store_hash FROM alerts
      WHERE closed_at IS NULL AND cause = ANY(${[...DESTINATION_TROUBLES]}::text[]))
    ORDER BY hash`;
  return rows.map(({ hash }) => StoreHash.parse(hash));
}
