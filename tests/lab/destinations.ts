import { randomUUID } from "node:crypto";
import type { DestinationSettings } from "#lib/contract/destinations.ts";
import { SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import { insertDestination } from "#lib/features/destinations/destinations.records.ts";
import { makeKey, presentSecret } from "#lib/features/destinations/secrets.ts";
import { newestSeqs } from "#lib/features/events/records.ts";
import { commitArrivals, type Arrival } from "#lib/features/receiver/commit.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { addStore } from "./lab.ts";

/** A store that has the app. */
export async function newStore(): Promise<StoreHash> {
  const hash = StoreHash.parse(randomUUID().replaceAll("-", "").slice(0, 12));
  await addStore(hash);
  return hash;
}

/** A destination of a store, from now on; one that is off keeps its events until it is turned on. @returns its id. */
export async function newDestination(
  storeHash: StoreHash,
  url: string,
  settings: Partial<DestinationSettings> = {},
  isOn = true,
): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  const [newest = 0n] = await newestSeqs(storeHash, 1);
  const destination = {
    id,
    storeHash,
    name: "Sink",
    kind: "http" as const,
    url,
    settings: { ...SETTINGS_DEFAULT, eventTypes: ["*"], ...settings },
    secrets: [presentSecret(makeKey(), now)],
    headers: {},
    auth: { kind: "none" as const },
    isOn,
    version: 1,
    offReason: null,
    offAt: null,
    offBy: null,
    createdAt: now,
  };
  await inTransaction((tx) => insertDestination(tx, destination, newest));
  return id;
}

let made = 0;

/** Events of a store, as they arrive. */
export function arrivals(storeHash: StoreHash, count: number, more: Partial<Arrival> = {}): Arrival[] {
  return Array.from({ length: count }, () => {
    const number = made++;
    const now = new Date();
    return {
      storeHash,
      occurredAt: now,
      hash: `event ${String(number).padStart(8, "0")}`,
      scope: "store/order/created",
      resource: { type: "order", id: String(number) },
      flags: [],
      body: Buffer.from(
        JSON.stringify({ scope: "store/order/created", data: { type: "order", id: number } }),
      ),
      headers: {},
      proof: "both",
      arrivedAt: now,
      isTest: false,
      isDemo: false,
      ...more,
    };
  });
}

/** Commits events in batches as intake does. */
export async function receive(events: readonly Arrival[], size = 500): Promise<void> {
  for (let from = 0; from < events.length; from += size)
    await commitArrivals(events.slice(from, from + size));
}

/**
 * Destinations whose counts by the hour are not those of their attempts, or whose position passed an event that neither
 * arrived nor is kept nor was left out. For stores whose destinations were made before their events; of a destination that was
 * removed nothing is said.
 */
export async function unevenDestinations(): Promise<string[]> {
  const { rows } = await database().pool.query<{ id: string }>(`
    WITH attempts AS (
      SELECT destination_id, date_trunc('hour', at, 'UTC') AS hour,
        count(*) FILTER (WHERE outcome = 'delivered') AS delivered, count(*) FILTER (WHERE outcome <> 'delivered') AS failed
      FROM deliveries WHERE destination_id IN (SELECT destination_id FROM feeds) GROUP BY 1, 2), hours AS (
      SELECT destination_id, hour, delivered, failed FROM delivery_hours WHERE delivered + failed > 0), sums AS (
      SELECT destination_id, sum(skipped + not_wanted) AS left_out FROM delivery_hours GROUP BY 1)
    SELECT destination_id AS id FROM attempts FULL JOIN hours USING (destination_id, hour)
    WHERE (attempts.delivered, attempts.failed) IS DISTINCT FROM (hours.delivered, hours.failed)
    UNION SELECT destination_id FROM feeds LEFT JOIN sums USING (destination_id)
    WHERE (SELECT count(*) FROM events WHERE store_hash = feeds.store_hash AND seq <= position_seq)
      <> coalesce(left_out, 0) + (SELECT count(*) FROM (
        SELECT seq FROM deliveries WHERE destination_id = feeds.destination_id AND seq <= position_seq AND outcome = 'delivered'
        UNION SELECT seq FROM delivery_retries WHERE destination_id = feeds.destination_id AND seq <= position_seq) AS done)`);
  return rows.map(({ id }) => id);
}
