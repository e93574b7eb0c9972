import { Hono } from "hono";
import { expect, test } from "vitest";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { act } from "#simulator/shop/actions.ts";
import { seededRandom } from "#simulator/shop/random.ts";
import { shopRoutes } from "./shop-routes.ts";
import { createShop } from "#simulator/shop/create-shop.ts";

const NOW = new Date("2026-05-04T12:00:00.500Z");

function serve() {
  const shop = createShop(1, NOW);
  const store: SimulatedStore = {
    hash: "abc123",
    storeId: 1000,
    accountUuid: "00000000-0000-4000-8000-000000000000",
    name: "Test",
    domain: "test.example.com",
    timezone: "UTC",
    owner: { id: 1, email: "owner@example.com", locale: "en-US" },
    staff: [],
    installation: null,
    shop,
    isTrickling: false,
  };
  const stores = new Map([[store.hash, store]]);
  const server = new Hono().route(
    "/stores/:hash",
    shopRoutes((hash) => stores.get(hash)),
  );
  const get = async (path: string) => {
    const response = await server.request(`/stores/abc123${path}`);
    const text = await response.text();
    // Every answer here is JSON or nothing, and each test says what it expects of it.
    return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
  };
  return { shop, get, server };
}

test("each thing that an event names can be read where the event says", async () => {
  const { shop, get } = serve();
  const random = seededRandom(1);
  const product = shop.products.find(({ trackedBy }) => trackedBy === "variant");
  const variant = product?.variants[0];
  if (!product || !variant) throw new Error("The shop has no variants");
  const purchase = { customerId: 1, productId: product.id, variantId: variant.id, quantity: 2 };
  act(shop, { kind: "place-order", ...purchase }, NOW, random);
  act(shop, { kind: "start-cart", ...purchase }, NOW, random);
  const order = shop.orders.at(-1);
  const cart = shop.carts[0];
  if (!order || !cart) throw new Error("Nothing was bought");
  act(shop, { kind: "ship-order", orderId: order.id }, NOW, random);

  expect(await get(`/v2/orders/${order.id}`)).toMatchObject({
    status: 200,
    body: {
      id: order.id,
      status_id: 2,
      status: "Shipped",
      total_inc_tax: `${((product.priceCents * 2) / 100).toFixed(2)}00`,
      date_created: "Mon, 04 May 2026 12:00:00 +0000",
      items_total: 2,
    },
  });
  expect(await get(`/v2/orders/${order.id}/shipments/1`)).toMatchObject({
    status: 200,
    body: { id: 1, order_id: order.id },
  });
  expect(await get(`/v3/catalog/products/${product.id}`)).toMatchObject({
    body: { data: { id: product.id, name: product.name, price: product.priceCents / 100 }, meta: {} },
  });
  expect(await get(`/v3/catalog/products/${product.id}/variants/${variant.id}`)).toMatchObject({
    body: { data: { id: variant.id, sku_id: variant.skuId, inventory_level: variant.stock } },
  });
  expect(await get(`/v3/catalog/variants?id=${variant.id}`)).toMatchObject({
    body: { data: [{ id: variant.id, product_id: product.id }] },
  });
  // Variants have no such filter: what is unknown is ignored, and brings everything.
  const all = shop.products.flatMap(({ variants }) => variants).length;
  expect(await get(`/v3/catalog/variants?id:in=${variant.id}&limit=1`)).toMatchObject({
    body: { data: [{}], meta: { pagination: { total: all } } },
  });
  expect(await get("/v3/catalog/trees/categories?category_id:in=24")).toMatchObject({
    body: { data: [{ category_id: 24, name: "Baking" }] },
  });
  expect(await get("/v3/customers?id:in=1,3")).toMatchObject({
    body: {
      data: [
        { id: 1, date_created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/) },
        { id: 3 },
      ],
    },
  });
  expect(await get("/v3/customers/addresses?id:in=2")).toMatchObject({
    body: { data: [{ customer_id: 2 }] },
  });
  expect(await get(`/v3/carts/${cart.id}`)).toMatchObject({
    body: { data: { id: cart.id, line_items: { physical_items: [{ quantity: 2 }] } } },
  });
});

test.each([
  "/v2/orders/1",
  "/v2/orders/1/shipments/1",
  "/v2/orders/none",
  "/v3/catalog/products/1",
  "/v3/catalog/products/77/variants/1",
  "/v3/carts/00000000-0000-4000-8000-000000000000",
])("%s, which is not there, answers 404 in its version's shape", async (path) => {
  const { get } = serve();
  const { status, body } = await get(path);
  expect(status).toBe(404);
  if (path.startsWith("/v2")) expect(body).toEqual([{ status: 404, message: expect.any(String) }]);
  else expect(body).toEqual({ status: 404, title: expect.any(String), type: expect.any(String) });
});

test("a list comes in pages that add up, and an unknown id is simply not in it", async () => {
  const { get } = serve();
  expect(await get("/v3/catalog/products?limit=10&page=3")).toMatchObject({
    body: {
      data: [{}, {}, {}, {}],
      meta: {
        pagination: {
          total: 24,
          count: 4,
          per_page: 10,
          current_page: 3,
          total_pages: 3,
          links: { previous: "?page=2&limit=10", current: "?page=3&limit=10" },
        },
      },
    },
  });
  expect(await get("/v3/customers?id:in=99999")).toMatchObject({ status: 200, body: { data: [] } });
  expect((await get("/v2/orders?page=99")).status).toBe(204);
});

test("what changed last comes first where that is asked for", async () => {
  const { shop, get } = serve();
  const [product] = shop.products;
  const [order] = shop.orders;
  if (!product || !order) throw new Error("The shop is empty");
  product.updatedAt = NOW.toISOString();
  order.updatedAt = NOW.toISOString();
  expect(await get("/v3/catalog/products?sort=date_modified&direction=desc&limit=1")).toMatchObject({
    body: { data: [{ id: product.id }] },
  });
  expect(await get("/v2/orders?sort=date_modified:desc&limit=1")).toMatchObject({ body: [{ id: order.id }] });
});

test("an unknown store has nothing", async () => {
  const { server } = serve();
  expect((await server.request("/stores/other/v2/orders/1003")).status).toBe(404);
});
