import { expect } from "vitest";
import type { Access } from "#lib/access.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { type Arrival, commitArrivals } from "#lib/features/receiver/commit.ts";

/** A store without a BigCommerce behind it. */
export async function privateStore(hash: string, installedAt: Date): Promise<StoreHash> {
  await database().prisma.store.create({
    data: { hash, scopes: [], installedAt, webhookSecretSealed: "sealed", accessTokenSealed: "sealed" },
  });
  return StoreHash.parse(hash);
}

/** Somebody with access to a store. */
export function accessOf(storeHash: StoreHash, { isOwner = true } = {}): Access {
  const email = isOwner ? "owner@example.com" : "staff@example.com";
  return {
    storeHash,
    userId: isOwner ? "1" : "2",
    email,
    isOwner,
    mayChangeWebhooks: true,
    locale: null,
    storeEpoch: 1,
    membershipEpoch: 1,
  };
}

let made = 0;

/** An event about a thing, as it arrives right when it happens. */
export function eventAbout(storeHash: StoreHash, type: string, id: string, occurredAt: Date): Arrival {
  return {
    storeHash,
    occurredAt,
    hash: `event ${made++}`,
    scope: `store/${type}/updated`,
    resource: { type, id },
    flags: [],
    body: Buffer.from(JSON.stringify({ data: { type, id } })),
    headers: {},
    proof: "both",
    arrivedAt: occurredAt,
    isTest: false,
    isDemo: false,
  };
}

/** Stores events in batches, as the receiver does. */
export async function receive(events: readonly Arrival[]): Promise<void> {
  for (let start = 0; start < events.length; start += 500)
    await commitArrivals(events.slice(start, start + 500));
}

/** What was read of a thing. */
export async function keepState(
  storeHash: StoreHash,
  { type, id, body }: { type: string; id: string; body: object },
  fetchedAt: Date,
): Promise<void> {
  const { prisma } = database();
  await prisma.snapshot.create({
    data: { storeHash, type, resourceId: id, fetchedAt, toSeq: 1n, outcome: "kept", body },
  });
  await prisma.resource.upsert({
    where: { storeHash_type_id: { storeHash, type, id } },
    create: { storeHash, type, id, newestSeq: 1n, triedAt: fetchedAt },
    update: { triedAt: fetchedAt },
  });
}

/** The roll-up says of every hour and scope what the rows say, and of nothing else. */
export async function expectExactHours(): Promise<void> {
  const { rows } = await database().pool.query(`
    SELECT * FROM (SELECT * FROM event_hours WHERE events > 0 OR repeats > 0 OR tests > 0) AS hours FULL JOIN (
      SELECT store_hash, date_trunc('hour', occurred_at, 'UTC') AS hour, scope,
        count(*) FILTER (WHERE NOT is_test) AS events,
        coalesce(sum(arrivals - 1) FILTER (WHERE NOT is_test), 0) AS repeats,
        count(*) FILTER (WHERE is_test) AS tests
      FROM events GROUP BY 1, 2, 3) AS counted USING (store_hash, hour, scope, events, repeats, tests)
    WHERE hours.store_hash IS NULL OR counted.store_hash IS NULL`);
  expect(rows).toEqual([]);
}
