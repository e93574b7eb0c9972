import { useApp } from "#tests/support/app.ts";
import { createHash } from "node:crypto";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { BACKGROUND } from "#lib/platform/bigcommerce/retry.ts";
import { database } from "#lib/platform/db/client.ts";
import { differences } from "#lib/features/enrichment/difference.ts";
import { readResources } from "#lib/features/enrichment/read-resources.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { commitArrivals } from "#lib/features/receiver/commit.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();

const PRODUCTS = 50;
const UPDATES = 2_000;
/** Updates of one commit. */
const BATCH = 250;

/** Addresses of the things that were asked for since the test began. */
const asked: string[] = [];
let made = 0;

beforeAll(() => ensurePartitions(new Date(), new Date()));
beforeEach(() => {
  asked.length = 0;
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (/\/stores\/\w+\/v[23]\/(?:catalog|orders|customers)/.test(url)) asked.push(url);
    return fetch(input, init);
  });
});

async function installed(): Promise<{ store: SimulatedStore; hash: StoreHash }> {
  const store = app.newStore();
  await app.install(store);
  return { store, hash: StoreHash.parse(store.hash) };
}

async function arrive(storeHash: StoreHash, things: readonly { type: string; id: number }[]): Promise<void> {
  const now = new Date();
  await commitArrivals(
    things.map(({ type, id }) => ({
      storeHash,
      occurredAt: now,
      hash: createHash("sha1").update(`reading ${made++}`).digest("hex"),
      scope: `store/${type}/updated`,
      resource: { type, id: String(id) },
      flags: [],
      body: Buffer.from("{}"),
      headers: {},
      proof: "both" as const,
      arrivedAt: now,
      isTest: false,
      isDemo: false,
    })),
  );
}

/** Reads as the job does, as if `laterMs` had passed. */
const read = (hash: StoreHash, laterMs = 0) =>
  readResources(hash, { clock: () => new Date(Date.now() + laterMs), patience: BACKGROUND });

const snapshots = (storeHash: StoreHash, resourceId: number) =>
  database().prisma.snapshot.findMany({
    where: { storeHash, resourceId: String(resourceId) },
    orderBy: { id: "asc" },
  });
const resource = (storeHash: StoreHash, id: number) =>
  database().prisma.resource.findFirst({ where: { storeHash, id: String(id) } });

test("a burst of 2,000 updates of the same 50 products costs at most 100 calls and shows what changed", async () => {
  const { store, hash } = await installed();
  const [pattern] = store.shop.products.filter(({ trackedBy }) => trackedBy === "product");
  if (!pattern) throw new Error("the shop is empty");
  store.shop.products = Array.from({ length: PRODUCTS }, (_, index) => ({
    ...structuredClone(pattern),
    id: 5_000 + index,
    priceCents: 1_000 + index,
  }));
  const products = store.shop.products.map(({ id }) => ({ type: "product", id }));
  await arrive(hash, products);
  await read(hash);
  for (let update = 0; update < UPDATES; update += BATCH) {
    for (const product of store.shop.products) product.priceCents += 25;
    await arrive(
      hash,
      Array.from({ length: BATCH }, (_, index) => products[index % PRODUCTS] ?? { type: "product", id: 0 }),
    );
    await read(hash, update * 10);
  }
  await read(hash, 60_000);

  expect(asked.length).toBeLessThanOrEqual(100);
  for (const [index, { id }] of products.entries()) {
    const kept = await snapshots(hash, id);
    const [first, last] = [kept[0], kept.at(-1)];
    const price = (1_000 + index) / 100;
    expect(differences(first?.body, last?.body)).toEqual([
      { path: ["price"], kind: "changed", before: price, after: price + (UPDATES / BATCH) * 0.25 },
    ]);
    expect(await resource(hash, id)).toMatchObject({ dueAt: null, failure: null, newestSeq: last?.toSeq });
  }
});

test("a reading that finds nothing new keeps no copy, and one of a deleted thing says so", async () => {
  const { store, hash } = await installed();
  const [product] = store.shop.products;
  if (!product) throw new Error("the shop is empty");
  for (let round = 0; round < 3; round++) {
    if (round === 2) store.shop.products = store.shop.products.filter(({ id }) => id !== product.id);
    await arrive(hash, [{ type: "product", id: product.id }]);
    await read(hash, round * 10_000);
  }
  const found = await snapshots(hash, product.id);
  expect(found.map(({ outcome, body }) => [outcome, body !== null])).toEqual([
    ["kept", true],
    ["same", false],
    ["gone", false],
  ]);
});

test("each order is read once, however many events were about it", async () => {
  const { store, hash } = await installed();
  const orders = store.shop.orders.slice(0, 3).map(({ id }) => ({ type: "order", id }));
  await arrive(hash, [...orders, ...orders, ...orders]);
  expect(await read(hash)).toBeNull();
  expect(asked).toHaveLength(3);
});

test("what the store did not grant is not asked for", async () => {
  const { store, hash } = await installed();
  await database().prisma.store.update({
    where: { hash },
    data: { scopes: ["store_v2_products_read_only"] },
  });
  await arrive(hash, [{ type: "order", id: store.shop.orders[0]?.id ?? 0 }]);
  expect(await read(hash)).toBeNull();
  expect(asked).toEqual([]);
});

test("a failure of BigCommerce is tried again later, and a refusal is not", async () => {
  const { store, hash } = await installed();
  const id = store.shop.products[0]?.id ?? 0;
  await arrive(hash, [{ type: "product", id }]);
  await app.control("/faults", { api: { mode: "503", times: 1 } });
  const patience = { timeoutMs: 5_000, waitMsMax: 0 };
  const goOnAt = await readResources(hash, { clock: () => new Date(), patience });
  expect(goOnAt?.getTime()).toBeGreaterThan(Date.now() + 20_000);
  expect(await resource(hash, id)).toMatchObject({ attempts: 1, failure: "BIGCOMMERCE_UNREACHABLE" });
  await read(hash, 40_000);
  expect(await resource(hash, id)).toMatchObject({ attempts: 0, failure: null, dueAt: null });

  // The token lost the scope, and nobody told the app yet.
  if (store.installation) store.installation.scopes = [];
  await arrive(hash, [{ type: "product", id }]);
  expect(await read(hash, 60_000)).toBeNull();
  expect(await resource(hash, id)).toMatchObject({ failure: "BIGCOMMERCE_FORBIDDEN", dueAt: null });
});

test("half of the store's quota is left to others", async () => {
  await app.control("/settings", { quotaPerWindow: 20 });
  const { store, hash } = await installed();
  await arrive(
    hash,
    store.shop.orders.slice(0, 30).map(({ id }) => ({ type: "order", id })),
  );
  const goOnAt = await read(hash);
  await app.control("/settings", { quotaPerWindow: 450 });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThanOrEqual(10);
  expect(goOnAt?.getTime()).toBeGreaterThan(Date.now());
});
