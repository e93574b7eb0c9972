import { useApp } from "#tests/support/app.ts";
import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { EventQuery } from "#lib/contract/events.ts";
import { BACKGROUND } from "#lib/platform/bigcommerce/retry.ts";
import { database } from "#lib/platform/db/client.ts";
import { readBaseline } from "#lib/features/enrichment/baseline.ts";
import { eventChanges } from "#lib/features/enrichment/changes.ts";
import { knowledgeOf, knownOf } from "#lib/features/enrichment/known.ts";
import { readResources } from "#lib/features/enrichment/read-resources.ts";
import { exportEvents } from "#lib/features/events/export/export.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { startErasure } from "#lib/features/privacy/erasure/erasures.ts";
import { workOnErasures } from "#lib/features/privacy/erasure/work.ts";
import { refreshStoreProfile } from "#lib/features/stores/profile.ts";
import { ANYTHING } from "#lib/features/events/sought.ts";
import { StoreHash } from "#lib/ids.ts";
import { exportInThread } from "#lib/screens/export/threaded.ts";
import { readOverview } from "#lib/screens/overview/overview.ts";
import { commitArrivals } from "#lib/features/receiver/commit.ts";
import { resourceOf } from "#lib/catalogue/resource.ts";
import { speaking } from "#lib/messages/language.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();
let made = 0;

beforeAll(() => ensurePartitions(new Date(), new Date()));

async function installed() {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await refreshStoreProfile(hash, BACKGROUND);
  const access = {
    storeHash: hash,
    userId: "1",
    locale: null,
    mayChangeWebhooks: true,
    storeEpoch: 1,
    membershipEpoch: 1,
  };
  const owner = { ...access, email: store.owner.email, isOwner: true };
  return { store, hash, owner, staff: { ...owner, isOwner: false } };
}
type Shop = Awaited<ReturnType<typeof installed>>;

/** Puts an event into the log as the receiver does. @returns its id. */
async function arrive(storeHash: StoreHash, scope: string, data: object): Promise<string> {
  const now = new Date();
  const hash = createHash("sha1").update(`names ${made++}`).digest("hex");
  const common = { storeHash, occurredAt: now, hash, scope, flags: [], headers: {}, proof: "both" as const };
  const body = Buffer.from(JSON.stringify({ scope, data }));
  const resource = resourceOf(scope, data);
  await commitArrivals([{ ...common, resource, body, arrivedAt: now, isTest: false, isDemo: false }]);
  return eventId({ occurredAt: now, hash });
}

const options = (laterMs = 0) => ({ clock: () => new Date(Date.now() + laterMs), patience: BACKGROUND });

/** The log's newest lines, as a person sees them. */
async function lines({ hash }: Shop, access: Shop["owner"], limit = 1, laterMs = 0) {
  const now = new Date(Date.now() + laterMs);
  return eventPage(hash, EventQuery.parse({ limit }), 30, now, knowledgeOf(access, now));
}
const newest = async (shop: Shop, access = shop.owner) => (await lines(shop, access)).events[0]?.summary;

function first<Thing>(things: readonly Thing[]): Thing {
  const [thing] = things;
  if (thing === undefined) throw new Error("the shop is empty");
  return thing;
}

test("a line says a product's name, and what changed of it in the shop's currency", async () => {
  const shop = await installed();
  const product = first(shop.store.shop.products);
  product.priceCents = 2_100;
  await readBaseline(shop.hash, options());
  product.priceCents = 2_050;
  const data = { type: "product", id: product.id };
  await arrive(shop.hash, "store/product/updated", data);
  const unread = await lines(shop, shop.owner);
  expect(unread.events[0]).toMatchObject({ summary: `${product.name} was updated`, name: product.name });
  const id = await arrive(shop.hash, "store/product/updated", data);
  await readResources(shop.hash, options());

  const { events, isBeingRead } = await lines(shop, shop.staff, 2);
  expect(isBeingRead).toBe(false);
  // Two events, one reading: the change is told of the last one alone.
  expect(events.map(({ summary }) => summary)).toEqual([
    `${product.name}: price USD 21.00 → 20.50`,
    `${product.name} was updated`,
  ]);
  // Overview tells of its last event as the log does.
  const { lastEvent } = await readOverview(shop.staff, new Date());
  expect(lastEvent?.summary).toBe(events[0]?.summary);
  expect(await speaking("fr", () => newest(shop))).toBe(`${product.name}\u{a0}: prix 21,00 → 20,50 USD`);
  expect((await eventChanges(shop.owner, id, new Date())).changes).toMatchObject([
    { path: ["price"], before: 21, after: 20.5, currency: "USD" },
  ]);
});

test("a page says whether its things are being read", async () => {
  const shop = await installed();
  const product = first(shop.store.shop.products);
  await arrive(shop.hash, "store/product/updated", { type: "product", id: product.id });
  // Nobody had the time to note it; what nobody noted for long is not read any more.
  expect((await lines(shop, shop.owner)).isBeingRead).toBe(true);
  expect((await lines(shop, shop.owner, 1, 20_000)).isBeingRead).toBe(false);
  await readResources(shop.hash, options());
  expect((await lines(shop, shop.owner)).isBeingRead).toBe(false);
});

test("an order that was made is told with its total, and with its customer to those who may see them", async () => {
  const shop = await installed();
  const order = first(shop.store.shop.orders);
  const id = await arrive(shop.hash, "store/order/created", { type: "order", id: order.id });
  await readResources(shop.hash, options());
  const customer = shop.store.shop.customers.find((each) => each.id === order.customerId);
  const total = (order.items.reduce((sum, item) => sum + item.priceCents * item.quantity, 0) / 100).toFixed(
    2,
  );
  const line = new RegExp(`^Order ${order.id} was created · USD ${total.replace(/(\d)(\d{3}\.)/, "$1,$2")}`);
  expect(await newest(shop)).toMatch(line);
  expect(await newest(shop)).toContain(`${customer?.firstName} ${customer?.lastName}`);
  expect(await newest(shop, shop.staff)).toMatch(new RegExp(`${line.source}$`));

  const seen = await eventChanges(shop.owner, id, new Date());
  expect(seen.now.map(({ path }) => path.join("."))).toEqual([
    "customer",
    "billing_address.email",
    "items_total",
    "total_inc_tax",
    "status",
    "payment_method",
  ]);
  expect(seen.now[3]).toMatchObject({ currency: "USD" });
  const masked = await eventChanges(shop.staff, id, new Date());
  expect(masked.now.map(({ isMasked, after }) => [isMasked, after === null]).slice(0, 3)).toEqual([
    [true, true],
    [true, true],
    [false, false],
  ]);
});

test("a cart that became an order is told with what the order comes to", async () => {
  const shop = await installed();
  const order = first(shop.store.shop.orders);
  await readBaseline(shop.hash, options());
  await arrive(shop.hash, "store/order/created", { type: "order", id: order.id });
  await readResources(shop.hash, options());
  await arrive(shop.hash, "store/cart/converted", { type: "cart", id: order.cartId, orderId: order.id });
  expect(await newest(shop, shop.staff)).toMatch(new RegExp(`became order ${order.id} · USD [\\d,.]+$`));
});

test("a customer is called by name by those alone who may see it", async () => {
  const shop = await installed();
  const customer = first(shop.store.shop.customers);
  const name = `${customer.firstName} ${customer.lastName}`;
  const id = await arrive(shop.hash, "store/customer/updated", { type: "customer", id: customer.id });
  await readResources(shop.hash, options());
  expect(await newest(shop)).toBe(`${name} was updated`);
  expect(await newest(shop, shop.staff)).toBe(`Customer ${customer.id} was updated`);
  // Seen for the first time: there is nothing to compare with, and all the more to show.
  const { state, now } = await eventChanges(shop.owner, id, new Date());
  expect(state).toBe("first");
  expect(now.map(({ after }) => after)).toContain(customer.email);

  await database().pool.query("UPDATE stores SET staff_see_personal = true WHERE hash = $1", [shop.hash]);
  expect(await newest(shop, shop.staff)).toBe(`${name} was updated`);
});

/** Lines of a file of the whole log, as a person gets it. */
async function exported({ hash }: Shop, { isOwner }: Shop["owner"], format: "csv" | "ndjson") {
  const access = { storeHash: hash, isOwner };
  const kept = { retentionDays: 30, now: new Date() };
  const asked = { filter: {}, legs: [ANYTHING] };
  const { parts } = await exportEvents(hash, asked, format, kept, (rows) => knownOf(access, rows, kept.now));
  return linesOf(parts);
}

async function linesOf(parts: AsyncIterable<string | Uint8Array>): Promise<string[]> {
  let text = "";
  for await (const part of parts) text += String(part);
  return text.trimEnd().split(/\r?\n/);
}

test("a file holds what was read: names, changes and totals, people for those who may see them, and nothing erased", async () => {
  const shop = await installed();
  const [product, order] = [first(shop.store.shop.products), first(shop.store.shop.orders)];
  const customer = first(shop.store.shop.customers);
  [customer.firstName, customer.lastName, product.priceCents] = ["Kofitest", "Boateng", 2_100];
  order.customerId = customer.id;
  await readBaseline(shop.hash, options());
  product.priceCents = 2_050;
  await arrive(shop.hash, "store/customer/updated", { type: "customer", id: customer.id });
  await arrive(shop.hash, "store/order/created", { type: "order", id: order.id });
  await arrive(shop.hash, "store/product/updated", { type: "product", id: product.id });
  await readResources(shop.hash, options());

  const [, changed = "", placed = "", person = ""] = await exported(shop, shop.owner, "csv");
  expect(changed).toContain(`,${product.name},price USD 21.00 → 20.50,`);
  expect(placed).toMatch(/,,,[\d.]+,USD,Kofitest Boateng,/);
  expect(person).toContain(`,customer,${customer.id},Kofitest Boateng,`);
  const known = (await exported(shop, shop.owner, "ndjson")).map(
    (line) => JSON.parse(line) as { name: string | null; customer: string | null },
  );
  expect(known.map(({ name, customer: buyer }) => [name, buyer])).toEqual([
    [product.name, null],
    [null, "Kofitest Boateng"],
    ["Kofitest Boateng", null],
  ]);
  for (const format of ["csv", "ndjson"] as const) {
    const seen = (await exported(shop, shop.staff, format)).join();
    expect(seen).toContain(product.name);
    expect(seen).not.toContain("Kofitest");
  }

  // The thread of an export knows whose it is.
  const asked = {
    access: { storeHash: shop.hash, isOwner: false },
    asked: { filter: {}, legs: [ANYTHING] },
    format: "csv",
    kept: { retentionDays: 30, now: new Date() },
    language: "en",
    isCompressed: false,
  } as const;
  const { parts } = await exportInThread(asked, () => Promise.resolve(true));
  expect(await linesOf(parts)).toEqual(await exported(shop, shop.staff, "csv"));

  await startErasure(shop.owner, { type: "customer", id: String(customer.id) }, new Date());
  await workOnErasures(shop.hash, { clock: () => new Date() });
  const left = await exported(shop, shop.owner, "csv");
  expect(left).toHaveLength(3);
  expect(left.join()).not.toContain("Kofitest");
});

test("a variant goes by its product and its options", async () => {
  const shop = await installed();
  const product = shop.store.shop.products.find(({ variants }) => variants.length > 0);
  const variant = first(product?.variants ?? []);
  await readBaseline(shop.hash, options());
  await arrive(shop.hash, "store/sku/inventory/updated", {
    id: variant.skuId,
    inventory: { variant_id: variant.id },
  });
  expect(await newest(shop)).toBe(`The stock of ${product?.name} (${variant.label}) changed`);
});

/** How many events a search finds, as a person sees them. */
async function found({ hash }: Shop, access: Shop["owner"], q: string): Promise<number> {
  const now = new Date();
  const page = await eventPage(hash, EventQuery.parse({ q }), 30, now, knowledgeOf(access, now));
  return page.events.length;
}

test("a search finds by names that were read, and by a line's own text", async () => {
  const shop = await installed();
  const product = first(shop.store.shop.products);
  await readBaseline(shop.hash, options());
  const other = shop.store.shop.products[1];
  await arrive(shop.hash, "store/product/updated", { type: "product", id: other?.id });
  await arrive(shop.hash, "store/product/updated", { type: "product", id: product.id });
  await arrive(shop.hash, "store/product/deleted", { type: "product", id: product.id });
  await arrive(shop.hash, "store/order/updated", { type: "order", id: 9_090 });
  const finds = (q: string) => found(shop, shop.staff, q);
  expect(await finds(product.name)).toBe(2);
  expect(await finds(product.name.toUpperCase().slice(0, -1))).toBe(2);
  expect(await finds(product.sku)).toBe(2);
  expect(await finds(`${product.name} was updated`)).toBe(1);
  expect(await finds("Order 9090 was updated")).toBe(1);
  expect(await finds("was updated")).toBe(3);
  expect(await finds(`${product.name} status:repeated`)).toBe(0);
  expect(await finds("no such thing")).toBe(0);

  // What another store calls its things finds nothing here.
  const elsewhere = await installed();
  await arrive(elsewhere.hash, "store/product/updated", { type: "product", id: product.id });
  expect(await found(elsewhere, elsewhere.owner, product.name)).toBe(0);
});

test("a name of before is found no more, and what was known before there were words is", async () => {
  const shop = await installed();
  const product = first(shop.store.shop.products);
  const name = product.name;
  await readBaseline(shop.hash, options());
  await database().pool.query("DELETE FROM snapshot_words WHERE store_hash = $1", [shop.hash]);
  await arrive(shop.hash, "store/product/updated", { type: "product", id: product.id });
  expect(await found(shop, shop.owner, name)).toBe(0);
  // The first job gives words to what was read before.
  await readResources(shop.hash, options());
  expect(await found(shop, shop.owner, name)).toBe(1);
  const { rows } = await database().pool.query("SELECT words_after FROM readings WHERE store_hash = $1", [
    shop.hash,
  ]);
  expect(rows).toEqual([{ words_after: null }]);

  product.name = "Quixotic Zither";
  await arrive(shop.hash, "store/product/updated", { type: "product", id: product.id });
  await readResources(shop.hash, options(10_000));
  expect(await found(shop, shop.owner, "zither")).toBe(2);
  expect(await found(shop, shop.owner, name)).toBe(0);
});

test("what tells of a person finds nothing for those who may not see it, and nothing once it is erased", async () => {
  const shop = await installed();
  const customer = first(shop.store.shop.customers);
  customer.firstName = "Kofitest";
  const order = first(shop.store.shop.orders);
  order.customerId = customer.id;
  await arrive(shop.hash, "store/customer/updated", { type: "customer", id: customer.id });
  await arrive(shop.hash, "store/order/updated", { type: "order", id: order.id });
  await readResources(shop.hash, options());
  for (const q of ["kofitest", customer.email, "Kofitest was updated"]) {
    expect(await found(shop, shop.owner, q), q).toBeGreaterThan(0);
    expect(await found(shop, shop.staff, q), q).toBe(0);
  }
  expect(await found(shop, shop.owner, "kofitest")).toBe(2);
  await database().pool.query("UPDATE stores SET staff_see_personal = true WHERE hash = $1", [shop.hash]);
  expect(await found(shop, shop.staff, "kofitest")).toBe(2);

  await startErasure(shop.owner, { type: "customer", id: String(customer.id) }, new Date());
  await workOnErasures(shop.hash, { clock: () => new Date() });
  // The order stays in the log, and no longer tells whose it is.
  for (const q of ["kofitest", customer.email]) expect(await found(shop, shop.owner, q), q).toBe(0);
  expect(await found(shop, shop.owner, `order:${order.id}`)).toBe(1);
  const { rows } = await database().pool.query(
    "SELECT word FROM snapshot_words WHERE store_hash = $1 AND word LIKE 'kofitest%'",
    [shop.hash],
  );
  expect(rows).toEqual([]);
});

test("the rarest word leads to a thing, however many things share the others", async () => {
  const shop = await installed();
  const product = first(shop.store.shop.products);
  product.name = "Zither Commonplace";
  await readBaseline(shop.hash, options());
  await arrive(shop.hash, "store/product/updated", { type: "product", id: product.id });
  await database().pool.query(
    `WITH made AS (
       INSERT INTO snapshots (store_hash, type, resource_id, fetched_at, to_seq, outcome, body)
       SELECT $1, 'product', (1000000 + n)::text, now(), 0, 'kept', '{}' FROM generate_series(1, 6000) AS n RETURNING id, resource_id)
     INSERT INTO snapshot_words SELECT $1, 'commonplace', id, 'product', resource_id, false FROM made`,
    [shop.hash],
  );
  expect(await found(shop, shop.owner, "Zither Commonplace")).toBe(1);
});

test("the beginning of a hash and of a cart's id find what a line shows", async () => {
  const shop = await installed();
  const cart = "ff6ae292-4175-44fd-be53-f7e598531b6c";
  const id = await arrive(shop.hash, "store/cart/updated", { type: "cart", id: cart });
  const hash = Buffer.from(id, "base64url").toString().split(".")[1] ?? "";
  await arrive(shop.hash, "store/cart/updated", { type: "cart", id: `a${cart.slice(1)}` });
  for (const q of ["Cart ff6ae292… was updated", "ff6ae292…", hash.slice(0, 8), `hash:${hash.slice(0, 12)}`])
    expect(await found(shop, shop.owner, q), q).toBe(1);
});

test("a term that nobody knows is answered with what it could be", async () => {
  const shop = await installed();
  const now = new Date();
  const { events, hint } = await eventPage(shop.hash, EventQuery.parse({ q: "status:shipped" }), 30, now);
  expect(events).toEqual([]);
  expect(hint).toEqual({ key: "status", values: ["received", "flagged", "test", "repeated", "not_sent"] });
});
