import { expect, test } from "vitest";
import { SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import {
  destinationsOf,
  insertDestination,
  openDestination,
  type KnownDestination,
} from "#lib/features/destinations/destinations.records.ts";
import { makeKey, presentSecret } from "#lib/features/destinations/secrets.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const NOW = new Date("2026-11-30T12:00:00.000Z");

async function store(hash: string): Promise<StoreHash> {
  await database().prisma.store.create({
    data: { hash, scopes: [], installedAt: NOW, webhookSecretSealed: "sealed" },
  });
  return StoreHash.parse(hash);
}

test("a destination is sealed at rest, and opened for stores that have the app alone", async () => {
  const storeHash = await store("sealed");
  const known: KnownDestination = {
    id: "d1",
    storeHash,
    name: "Warehouse",
    kind: "http",
    url: "https://hooks.example.com/private-path",
    settings: { ...SETTINGS_DEFAULT, eventTypes: ["*"] },
    secrets: [presentSecret(makeKey(), NOW)],
    headers: { "x-tenant": "private-value" },
    auth: { kind: "bearer", token: "private-token" },
    isOn: true,
    offReason: null,
    offAt: null,
    offBy: null,
    createdAt: NOW,
    version: 1,
  };
  await inTransaction((tx) => insertDestination(tx, known, 7n));
  expect(await openDestination("d1")).toEqual(known);
  expect(await destinationsOf(storeHash)).toEqual([known]);
  const row = await database().prisma.destination.findUniqueOrThrow({ where: { id: "d1" } });
  expect(JSON.stringify(row)).not.toMatch(/private|whsec_/);

  await database().prisma.store.update({ where: { hash: storeHash }, data: { uninstalledAt: NOW } });
  expect(await openDestination("d1")).toBeNull();
  expect(await openDestination("d2")).toBeNull();
});
