import { useApp } from "#tests/support/app.ts";
import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { EventQuery } from "#lib/contract/events.ts";
import { BACKGROUND } from "#lib/platform/bigcommerce/retry.ts";
import { database } from "#lib/platform/db/client.ts";
import { readBaseline } from "#lib/features/enrichment/baseline.ts";
import { eventChanges } from "#lib/features/enrichment/changes.ts";
import { knownOf } from "#lib/features/enrichment/known.ts";
import { readResources } from "#lib/features/enrichment/read-resources.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { refreshStoreProfile } from "#lib/features/stores/profile.ts";
import { StoreHash } from "#lib/ids.ts";
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
async function lines({ hash }: Shop, access: Shop["owner"], limit = 1) {
  const now = new Date();
  return eventPage(hash, EventQuery.parse({ limit }), 30, now, (rows) => knownOf(access, rows, now));
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
  expect(await speaking("fr", () => newest(shop))).toBe(`${product.name}\u{a0}: prix 21,00 → 20,50 USD`);
  expect((await eventChanges(shop.owner, id, new Date())).changes).toMatchObject([
    { path: ["price"], before: 21, after: 20.5, currency: "USD" },
  ]);
});

test("a page says whether its things are being read", async () => {
  const shop = await installed();
  const product = first(shop.store.shop.products);
  await readResources(shop.hash, options());
  await arrive(shop.hash, "store/product/updated", { type: "product", id: product.id });
  await database().pool.query(
    `INSERT INTO resources (store_hash, type, id, newest_seq, due_at, due_since) VALUES ($1, 'product', $2, 1, now(), now())`,
    [shop.hash, String(product.id)],
  );
  expect((await lines(shop, shop.owner)).isBeingRead).toBe(true);
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
