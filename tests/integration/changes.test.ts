import { useApp } from "#tests/support/app.ts";
import { createHash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Access } from "#lib/access.ts";
import { auditPage } from "#lib/features/audit/audit.ts";
import { BACKGROUND } from "#lib/platform/bigcommerce/retry.ts";
import { database } from "#lib/platform/db/client.ts";
import { readBaseline } from "#lib/features/enrichment/baseline.ts";
import { eventChanges } from "#lib/features/enrichment/changes.ts";
import { forgetSnapshots } from "#lib/features/enrichment/snapshots.records.ts";
import { readResources } from "#lib/features/enrichment/read-resources.ts";
import { enrichmentView, switchEnrichment } from "#lib/features/enrichment/switch.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { enqueueEnrichment, wakeEnrichment } from "#lib/jobs/wake-enrichment.ts";
import { commitArrivals } from "#lib/features/receiver/commit.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";
import { askedWhileWritten } from "#tests/support/held-table.ts";

useDatabase();
const app = useApp();
let made = 0;

interface Shop {
  store: SimulatedStore;
  hash: StoreHash;
  owner: Access;
  staff: Access;
}

beforeAll(() => ensurePartitions(new Date(), new Date()));
beforeEach(async () => {
  await database().pool.query("DELETE FROM graphile_worker._private_jobs");
});

async function installed(): Promise<Shop> {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  const epochs = { storeEpoch: 1, membershipEpoch: 1 };
  const access = { storeHash: hash, userId: "1", locale: null, mayChangeWebhooks: true, ...epochs };
  return {
    store,
    hash,
    owner: { ...access, email: store.owner.email, isOwner: true },
    staff: { ...access, email: "staff@example.com", isOwner: false },
  };
}

/** Puts an event into the log as the receiver does. @returns its id. */
async function arrive(
  storeHash: StoreHash,
  type: string,
  id: number | string,
  given: { isTest?: boolean; isDemo?: boolean } = {},
): Promise<string> {
  const now = new Date();
  const hash = createHash("sha1").update(`changes ${made++}`).digest("hex");
  await commitArrivals([
    {
      storeHash,
      occurredAt: now,
      hash,
      scope: `store/${type}/updated`,
      resource: { type, id: String(id) },
      flags: [],
      body: Buffer.from("{}"),
      headers: {},
      proof: "both",
      arrivedAt: now,
      isTest: false,
      isDemo: false,
      ...given,
    },
  ]);
  return eventId({ occurredAt: now, hash });
}

const options = (laterMs = 0) => ({ clock: () => new Date(Date.now() + laterMs), patience: BACKGROUND });
const read = (hash: StoreHash, laterMs = 0) => readResources(hash, options(laterMs));
const changesOf = ({ owner }: Shop, id: string) => eventChanges(owner, id, new Date());
const readingJobs = async () => {
  const { rows } = await database().pool.query<{ key: string }>(
    "SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'read-resources' ORDER BY key",
  );
  return rows.map(({ key }) => key.slice("read-resources:".length));
};

describe("what an event changed", () => {
  test("is told from the state before anything changed, by the reading after the event", async () => {
    const shop = await installed();
    const product = shop.store.shop.products[0];
    if (!product) throw new Error("the shop is empty");
    product.priceCents = 1_000;
    await arrive(shop.hash, "product", product.id);
    await readBaseline(shop.hash, options());
    await readBaseline(shop.hash, options());
    product.priceCents = 1_200;
    const id = await arrive(shop.hash, "product", product.id);
    expect(await changesOf(shop, id)).toMatchObject({ state: "waiting", kind: "product", readAt: null });
    await read(shop.hash);
    expect(await changesOf(shop, id)).toMatchObject({
      state: "changed",
      changes: [{ path: ["price"], kind: "changed", before: 10, after: 12, isMasked: false }],
      events: 1,
      readAt: expect.any(String),
      comparedWithAt: expect.any(String),
    });

    const again = await arrive(shop.hash, "product", product.id);
    const third = await arrive(shop.hash, "product", product.id);
    await read(shop.hash, 60_000);
    expect(await changesOf(shop, third)).toMatchObject({ state: "same", events: 2 });
    expect(await changesOf(shop, again)).toMatchObject({ state: "same", events: 2 });
    // What was told of the first stays as it was.
    expect(await changesOf(shop, id)).toMatchObject({ state: "changed", events: 1 });
  });

  test("is never missed by one who asks while the reading is written", async () => {
    const shop = await installed();
    const id = await arrive(shop.hash, "product", shop.store.shop.products[0]?.id ?? 0);
    await read(shop.hash);
    const { rows } = await database().pool.query<{ row: object }>(
      "WITH taken AS (DELETE FROM snapshots WHERE store_hash = $1 RETURNING *) SELECT to_jsonb(taken) AS row FROM taken",
      [shop.hash],
    );
    const ask = () => changesOf(shop, id);
    const told = await askedWhileWritten("resources", ask, (transaction) =>
      transaction.query("INSERT INTO snapshots SELECT * FROM jsonb_populate_record(NULL::snapshots, $1)", [
        JSON.stringify(rows[0]?.row),
      ]),
    );
    expect(told).toMatchObject({ state: "first" });
  });

  test("names the things whose ids changed", async () => {
    const shop = await installed();
    await readBaseline(shop.hash, options());
    const product = shop.store.shop.products[0];
    if (!product) throw new Error("the shop is empty");
    // As if it had lain in another category before.
    await database().pool.query(
      "UPDATE snapshots SET body = jsonb_set(body, '{categories}', '[23, 24, 25, 26]') WHERE store_hash = $1 AND type = 'product' AND resource_id = $2",
      [shop.hash, String(product.id)],
    );
    const id = await arrive(shop.hash, "product", product.id);
    await read(shop.hash);
    const { changes } = await changesOf(shop, id);
    expect(changes).toHaveLength(3);
    expect(changes[0]).toMatchObject({ path: ["categories"], kind: "removed", afterName: null });
    expect(changes.map(({ beforeName }) => beforeName)).toEqual(["Cooking", "Coffee and tea", "Table"]);
  });

  test("says of whom nothing is known before, and hides people from staff until the owner allows it", async () => {
    const shop = await installed();
    const customer = shop.store.shop.customers[0];
    if (!customer) throw new Error("the shop is empty");
    await readBaseline(shop.hash, options());
    const first = await arrive(shop.hash, "customer", customer.id);
    await read(shop.hash);
    expect(await changesOf(shop, first)).toMatchObject({ state: "first", changes: [] });

    const before = customer.firstName;
    customer.firstName = "Zelda";
    const second = await arrive(shop.hash, "customer", customer.id);
    await read(shop.hash, 60_000);
    expect(await changesOf(shop, second)).toMatchObject({
      changes: [{ path: ["first_name"], before, after: "Zelda", isMasked: false }],
    });
    const masked = await eventChanges(shop.staff, second, new Date());
    expect(masked.changes).toMatchObject([
      { path: ["first_name"], before: null, after: null, isMasked: true },
    ]);
    expect(JSON.stringify(masked)).not.toContain("Zelda");
    await database().prisma.store.update({ where: { hash: shop.hash }, data: { staffSeePersonal: true } });
    expect(await eventChanges(shop.staff, second, new Date())).toMatchObject({
      changes: [{ after: "Zelda" }],
    });

    // What is older than the store keeps is told to nobody.
    await database().prisma.store.update({ where: { hash: shop.hash }, data: { retentionDays: 1 } });
    const later = new Date(Date.now() + 3 * 86_400_000);
    await expect(eventChanges(shop.owner, second, later)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("says why nothing is told: scope, switch, test, demo, nothing to read, failure", async () => {
    const shop = await installed();
    const order = shop.store.shop.orders[0]?.id ?? 0;
    await database().prisma.store.update({
      where: { hash: shop.hash },
      data: { scopes: ["store_v2_products_read_only"] },
    });
    const id = await arrive(shop.hash, "order", order);
    await read(shop.hash);
    expect(await changesOf(shop, id)).toMatchObject({
      state: "not_granted",
      missingScope: "store_v2_orders_read_only",
    });
    const aTest = await arrive(shop.hash, "product", 77, { isTest: true });
    const demo = await arrive(shop.hash, "product", 77, { isDemo: true });
    const cart = await arrive(shop.hash, "cart", "5f2c0000-0000-4000-8000-000000000000");
    const product = await arrive(shop.hash, "product", 77);
    if (shop.store.installation) shop.store.installation.scopes = [];
    await read(shop.hash);
    const states = await Promise.all([aTest, demo, cart, product].map((each) => changesOf(shop, each)));
    expect(states.map(({ state, code }) => [state, code])).toEqual([
      ["test", null],
      ["demo", null],
      ["nothing", null],
      ["failed", "BIGCOMMERCE_FORBIDDEN"],
    ]);

    const waiting = await arrive(shop.hash, "product", 78);
    await switchEnrichment(shop.owner, false, new Date());
    expect(await changesOf(shop, waiting)).toMatchObject({ state: "off" });
  });

  test("is another store's business", async () => {
    const [shop, other] = [await installed(), await installed()];
    const id = await arrive(shop.hash, "product", 77);
    await expect(changesOf(other, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("reading is woken", () => {
  test("by the commit of events, once however many there are, with nothing added to the commit", async () => {
    const shop = await installed();
    await database().pool.query("DELETE FROM graphile_worker._private_jobs");
    await arrive(shop.hash, "product", 77);
    expect(await readingJobs()).toEqual([]);

    const stops = [wakeEnrichment(), wakeEnrichment()];
    await expect.poll(readingJobs, { timeout: 10_000 }).toContain(shop.hash);
    await database().pool.query("DELETE FROM graphile_worker._private_jobs");
    for (let count = 0; count < 20; count++) await arrive(shop.hash, "product", 77);
    // Stores of other tests may be looked at as well, when a waker begins.
    const ownJobs = async () => (await readingJobs()).filter((hash) => hash === shop.hash);
    await expect.poll(ownJobs, { timeout: 10_000 }).toEqual([shop.hash]);
    for (const stop of stops) stop();
  });

  test("only where the store granted something and has it switched on, and what nobody heard of by the clock", async () => {
    const [shop, gone, off, bare] = [
      await installed(),
      await installed(),
      await installed(),
      await installed(),
    ];
    await app.control(`/stores/${gone.hash}/uninstall`, {});
    await switchEnrichment(off.owner, false, new Date());
    await database().prisma.store.update({ where: { hash: bare.hash }, data: { scopes: [] } });
    await database().pool.query("DELETE FROM graphile_worker._private_jobs");
    await enqueueEnrichment([shop.hash, gone.hash, off.hash, bare.hash], new Date());
    expect(await readingJobs()).toEqual([shop.hash]);

    await read(shop.hash);
    await database().pool.query("DELETE FROM graphile_worker._private_jobs");
    await enqueueEnrichment(null, new Date());
    expect(await readingJobs()).not.toContain(shop.hash);
    await arrive(shop.hash, "product", 77);
    await enqueueEnrichment(null, new Date());
    await enqueueEnrichment(null, new Date());
    expect((await readingJobs()).filter((hash) => hash === shop.hash)).toHaveLength(1);
  });
});

test("the owner switches reading on and off, what came meanwhile is caught up on, and the history tells", async () => {
  const shop = await installed();
  await expect(switchEnrichment(shop.staff, false, new Date())).rejects.toMatchObject({ code: "OWNER_ONLY" });
  expect(await switchEnrichment(shop.owner, true, new Date())).toEqual(await enrichmentView(shop.hash));
  await switchEnrichment(shop.owner, false, new Date());
  expect(await switchEnrichment(shop.owner, false, new Date())).toMatchObject({ isOn: false });
  const id = await arrive(shop.hash, "product", 77);
  expect(await read(shop.hash)).toBeNull();
  expect(await changesOf(shop, id)).toMatchObject({ state: "off", readAt: null });
  expect(await switchEnrichment(shop.owner, true, new Date())).toMatchObject({ isOn: true });
  await read(shop.hash);
  expect(await changesOf(shop, id)).toMatchObject({ state: "first" });
  const { entries } = await auditPage(shop.hash, { limit: 10 });
  expect(entries.map(({ action }) => action).filter((action) => action.startsWith("reading_"))).toEqual([
    "reading_on",
    "reading_off",
  ]);
});

test("readings go with the events, save the last known state of what is still found the same", async () => {
  const shop = await installed();
  const [product, other] = shop.store.shop.products;
  if (!product || !other) throw new Error("the shop is empty");
  const DAY_MS = 86_400_000;
  for (const [days, things] of [
    [-40, [product, other]],
    [-1, [product]],
  ] as const) {
    for (const { id } of things) await arrive(shop.hash, "product", id);
    await read(shop.hash, days === -40 ? 0 : 60_000);
    await database().pool.query(
      "UPDATE snapshots SET fetched_at = now() + make_interval(days => $2) WHERE store_hash = $1 AND fetched_at > now() - interval '1 hour'",
      [shop.hash, days],
    );
  }
  await forgetSnapshots(new Date(Date.now() - 30 * DAY_MS));
  const left = await database().prisma.snapshot.findMany({
    where: { storeHash: shop.hash },
    orderBy: { id: "asc" },
  });
  expect(left.map(({ resourceId, outcome }) => [resourceId, outcome])).toEqual([
    [String(product.id), "kept"],
    [String(product.id), "same"],
  ]);
});
