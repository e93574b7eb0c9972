import { describe, expect, test } from "vitest";
import { createShop } from "#simulator/shop/create-shop.ts";
import type { SimulatedExtension } from "#simulator/world/extension.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import type { PanelContext } from "./context.ts";
import type { ShopEvent } from "#simulator/shop/shop-event.ts";
import { panelRoutes } from "./routes.ts";

const OWNER = 11;
const STAFF = 12;

function makeStore(hash: string, name: string): SimulatedStore {
  return {
    hash,
    storeId: 1000,
    accountUuid: "00000000-0000-4000-8000-000000000000",
    name,
    domain: `${hash}.example.com`,
    timezone: "America/Chicago",
    owner: { id: OWNER, email: "owner@example.com", locale: "en-US" },
    staff: [{ id: STAFF, email: "staff@example.com", locale: "en-US" }],
    installation: null,
    shop: createShop(1),
    isTrickling: true,
  };
}

/** A panel over stores in memory, with what it asked of the rest of the simulator. */
function openPanel(...names: string[]) {
  const stores = names.map((name, index) => makeStore(`store${index + 1}`, name));
  const fired: { hash: string; events: readonly ShopEvent[] }[] = [];
  const asked: string[] = [];
  const extensions: SimulatedExtension[] = [];
  let saves = 0;
  const find = (hash: string) => stores.find((store) => store.hash === hash);
  const context: PanelContext = {
    stores: () => stores,
    store: find,
    createStore({ name }) {
      const store = makeStore(`store${stores.length + 1}`, name);
      stores.push(store);
      return store;
    },
    receivers: () => [],
    extensions: (hash) => extensions.filter(({ storeHash }) => storeHash === hash),
    fire(hash, events) {
      fired.push({ hash, events });
      return events.map((_, index) => String(index).padStart(40, "0"));
    },
    save: () => (saves += 1),
    async uninstall(hash) {
      asked.push(`uninstall ${hash}`);
      const store = find(hash);
      if (store) store.installation = null;
    },
    async removeUser(hash, userId) {
      asked.push(`remove ${userId} from ${hash}`);
      const installation = find(hash)?.installation;
      if (installation) installation.userIds = installation.userIds.filter((id) => id !== userId);
    },
    installUrl: (hash, userId) => `http://app.test/auth?store=${hash}&user=${userId}`,
    launchUrl: async (hash, userId, deepLink) =>
      `http://app.test/load?store=${hash}&user=${userId}&url=${encodeURIComponent(deepLink ?? "none")}`,
    app: { name: "Webhook Keeper", origin: "http://app.test", scopes: ["store_v2_information_read_only"] },
  };
  const routes = panelRoutes(context);
  const get = async (path: string) => {
    const response = await routes.request(path);
    return { response, text: await response.text() };
  };
  const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await routes.request(path, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin", accept: "application/json", ...headers },
      body: new URLSearchParams(fields),
    });
    const text = await response.text();
    return { response, text, message: text.startsWith("{") ? messageOf(text) : undefined };
  };
  return { stores, extensions, fired, asked, routes, get, post, saveCount: () => saves };
}

function messageOf(text: string): unknown {
  // Every JSON answer of the panel has a message.
  return (JSON.parse(text) as { message: unknown }).message;
}

function install(store: SimulatedStore | undefined): SimulatedStore {
  if (!store) throw new Error("There is no such store");
  store.installation = { clientId: "client", accessToken: "token", scopes: [], userIds: [STAFF] };
  return store;
}

/** The address that a page frames, or undefined. */
function framed(page: string): string | undefined {
  return /<iframe[^>]* src="([^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
}

describe("the way in", () => {
  test("leads to the first store's home", async () => {
    const { get } = openPanel("One", "Two");
    expect((await get("/")).response.headers.get("location")).toBe("/manage/store1/home");
  });

  test("offers to add a store when there is none, and the added one opens", async () => {
    const { get, post, stores } = openPanel();
    expect((await get("/")).text).toContain("No stores yet");
    const { response } = await post("/stores", { name: " The New One " });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/manage/store1/home");
    expect(stores[0]?.name).toBe("The New One");
  });

  test("to an unknown store is a 404 page", async () => {
    const { get, post } = openPanel("One");
    expect((await get("/manage/none/home")).response.status).toBe(404);
    expect((await get("/manage/none/app")).response.status).toBe(404);
    expect((await post("/manage/none/shop/place-order", {})).response.status).toBe(404);
  });

  test("can be switched to another store", async () => {
    const { get } = openPanel("One", "Two");
    const { response } = await get("/switch?hash=store2");
    expect(response.headers.get("location")).toBe("/manage/store2/home");
  });
});

describe("the app page", () => {
  test("asks for consent before anything is framed", async () => {
    const { get, post } = openPanel("One");
    const { text } = await get("/manage/store1/app");
    expect(framed(text)).toBeUndefined();
    expect(text).toContain("store_v2_information_read_only");
    expect(text).toContain("Confirm");
    const confirmed = await post("/manage/store1/install", { user: String(STAFF) });
    expect(framed(confirmed.text)).toBe(`http://app.test/auth?store=store1&user=${STAFF}`);
  });

  test("frames a launch for the user who is signed in", async () => {
    const { get, stores } = openPanel("One");
    install(stores[0]);
    const owner = await get("/manage/store1/app");
    expect(framed(owner.text)).toBe(`http://app.test/load?store=store1&user=${OWNER}&url=none`);
    const staff = await get(`/manage/store1/app?user=${STAFF}`);
    expect(framed(staff.text)).toBe(`http://app.test/load?store=store1&user=${STAFF}&url=none`);
  });

  test("hands a deep link on, with its query but without the panel's own", async () => {
    const { get, stores } = openPanel("One");
    install(stores[0]);
    const { text } = await get(`/manage/store1/app/events?user=${STAFF}&scope=store/order/*`);
    const url = new URL(framed(text) ?? "");
    expect(url.searchParams.get("url")).toBe("/events?scope=store%2Forder%2F*");
  });

  test("is never kept by the browser and cannot be framed itself", async () => {
    const { get, post, stores } = openPanel("One");
    install(stores[0]);
    const pages = [(await get("/manage/store1/app")).response];
    pages.push((await post("/manage/store1/install", {})).response);
    for (const { headers } of pages) {
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    }
  });

  test("after an uninstall asks for consent again", async () => {
    const { get, post, stores, asked } = openPanel("One");
    install(stores[0]);
    expect((await get("/manage/store1/uninstall")).text).toContain("Take Webhook Keeper off One?");
    const { response } = await post("/manage/store1/uninstall", {});
    expect(asked).toEqual(["uninstall store1"]);
    expect(response.headers.get("location")).toBe("/manage/store1/app");
    expect((await get("/manage/store1/app")).text).toContain("Install Webhook Keeper");
  });

  test("is closed to a staff user whose access was removed, until it is given back", async () => {
    const { get, post, stores, asked } = openPanel("One");
    install(stores[0]);
    const user = String(STAFF);
    const removed = await post("/manage/store1/remove-user", { user });
    expect(asked).toEqual([`remove ${STAFF} from store1`]);
    const address = removed.response.headers.get("location") ?? "";
    expect((await get(address)).text).toContain("open this app");
    expect(framed((await get(address)).text)).toBeUndefined();
    expect(framed((await get("/manage/store1/app")).text)).toContain(`user=${OWNER}`);
    await post("/manage/store1/grant-user", { user });
    expect(framed((await get(address)).text)).toContain(`user=${STAFF}`);
  });

  test("never removes the owner", async () => {
    const { post, stores, asked } = openPanel("One");
    install(stores[0]);
    await post("/manage/store1/remove-user", { user: String(OWNER) });
    expect(asked).toEqual([]);
  });
});

describe("the shop's actions", () => {
  test("change the shop, fire and save, and say so", async () => {
    const { post, stores, fired, saveCount } = openPanel("One");
    const shop = stores[0]?.shop;
    const order = shop?.orders.at(-1);
    const product = shop?.products.find(({ trackedBy }) => trackedBy === "product");
    if (!shop || !order || !product) throw new Error("The shop is empty");

    const placed = await post("/manage/store1/shop/place-order", {
      customerId: "1",
      item: String(product.id),
      quantity: "2",
    });
    expect(placed.message).toBe(`Order ${order.id + 1} placed, 6 events fired`);
    expect(shop.orders.at(-1)).toMatchObject({ id: order.id + 1, items: [{ quantity: 2 }] });

    order.statusId = 11;
    const changed = await post("/manage/store1/shop/change-status", {
      orderId: String(order.id),
      statusId: "10",
    });
    expect(changed.message).toBe(`Order ${order.id} is now Completed, 2 events fired`);

    const price = await post("/manage/store1/shop/change-price", {
      productId: String(product.id),
      price: "19.99",
    });
    expect(price.message).toBe(`${product.name} now costs $19.99, 1 event fired`);
    expect(product.priceCents).toBe(1999);

    const stock = await post("/manage/store1/shop/change-stock", { item: String(product.id), stock: "3" });
    expect(stock.message).toBe(`${product.name} now has 3 in stock, 1 event fired`);

    const customer = await post("/manage/store1/shop/edit-customer", {
      customerId: "2",
      firstName: "",
      lastName: "Nguyen",
      email: "",
    });
    expect(customer.message).toMatch(/Nguyen, updated, 1 event fired$/);

    const cart = await post("/manage/store1/shop/abandon-cart", {
      customerId: "2",
      item: String(product.id),
    });
    expect(cart.message).toMatch(/abandoned a cart, 4 events fired$/);

    expect(fired.map(({ hash, events }) => `${hash} ${events.length}`)).toEqual(
      [6, 2, 1, 1, 1, 4].map((count) => `store1 ${count}`),
    );
    expect(saveCount()).toBe(6);
  });

  test.each([
    "place-order",
    "change-status",
    "change-price",
    "change-stock",
    "edit-customer",
    "abandon-cart",
  ])("%s without fields takes something that suits and fires", async (name) => {
    const { post, fired } = openPanel("One");
    const { response } = await post(`/manage/store1/shop/${name}`, {});
    expect(response.status).toBe(200);
    expect(fired[0]?.events.length).toBeGreaterThan(0);
  });

  test("take JSON as well", async () => {
    const { routes, stores } = openPanel("One");
    const productId = stores[0]?.shop.products[0]?.id;
    const response = await routes.request("/manage/store1/shop/change-price", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ productId, price: 5 }),
    });
    expect(await response.json()).toMatchObject({ fired: 1, hashes: [expect.any(String)] });
  });

  test("lead back to the shop's page when the browser itself sends the form", async () => {
    const { post } = openPanel("One");
    const { response } = await post(
      "/manage/store1/shop/place-order",
      {},
      { accept: "text/html,application/xhtml+xml,*/*;q=0.8" },
    );
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/manage/store1/home");
  });

  test.each([
    ["place-order", { customerId: "1", item: "77", quantity: "0" }, 400],
    ["place-order", { customerId: "1", item: "seven", quantity: "1" }, 400],
    ["change-price", { productId: "77", price: "-1" }, 400],
    ["edit-customer", { customerId: "1", email: "not an address" }, 400],
    ["place-order", { customerId: "9999", item: "77", quantity: "1" }, 409],
    ["change-status", { orderId: "1003", statusId: "77" }, 409],
    ["burn-down", {}, 404],
  ])("refuse %s with %j and leave the shop as it was", async (name, fields, status) => {
    const { post, stores, fired } = openPanel("One");
    const before = structuredClone(stores[0]?.shop);
    const { response, message } = await post(`/manage/store1/shop/${name}`, { ...fields });
    expect(response.status).toBe(status);
    expect(message).toEqual(expect.any(String));
    expect(stores[0]?.shop).toEqual(before);
    expect(fired).toEqual([]);
  });

  test("can be left to people by pausing what the shop does by itself", async () => {
    const { post, get, stores } = openPanel("One");
    expect((await get("/manage/store1/home")).text).toContain("Pause activity");
    await post("/manage/store1/activity", { isTrickling: "false" });
    expect(stores[0]?.isTrickling).toBe(false);
    expect((await get("/manage/store1/home")).text).toContain("Resume activity");
    await post("/manage/store1/activity", { isTrickling: "true" });
    expect(stores[0]?.isTrickling).toBe(true);
  });
});

describe("a change from another site", () => {
  const changes = [
    "/stores",
    "/manage/store1/shop/place-order",
    "/manage/store1/activity",
    "/manage/store1/install",
    "/manage/store1/uninstall",
    "/manage/store1/remove-user",
    "/manage/store1/grant-user",
  ];
  test.each(changes)("to %s is refused", async (path) => {
    const { routes, stores, asked, fired } = openPanel("One");
    install(stores[0]);
    const before = structuredClone(stores);
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "http://evil.test" },
      { origin: "null" },
    ]) {
      const body = new URLSearchParams({ name: "x", user: String(STAFF), isTrickling: "false" });
      const response = await routes.request(path, { method: "POST", headers, body });
      expect(response.status).toBe(403);
    }
    expect([stores, asked, fired]).toEqual([before, [], []]);
  });
});

test("names are text, never markup", async () => {
  const { get } = openPanel(`<img src=x onerror="alert(1)">`);
  for (const page of ["home", "app", "uninstall", "add-store"]) {
    const { text } = await get(`/manage/store1/${page}`);
    expect(text).not.toContain("<img");
    expect(text).toContain("&lt;img");
  }
});

test("the home page shows what the shop holds now", async () => {
  const { get, stores } = openPanel("One");
  const product = stores[0]?.shop.products[1];
  if (!product) throw new Error("The shop has no products");
  product.priceCents = 98_765;
  const { text } = await get("/manage/store1/home");
  expect(text).toContain("$987.65");
  expect(text).toContain(`<th scope="row">${stores[0]?.shop.orders.at(-1)?.id}</th>`);
});

test("what an app adds to a list is in the menu of each row, and opens a panel for whoever may open the app", async () => {
  const { get, post, stores, extensions } = openPanel("One");
  const store = install(stores[0]);
  expect((await get("/manage/store1/home")).text).not.toContain("row-menu");
  const label = { defaultValue: "Its events", locales: [{ localeCode: "fr-FR", value: "Ses événements" }] };
  extensions.push({
    id: "bc/store/appExtension/7",
    storeHash: "store1",
    clientId: "client",
    model: "CUSTOMERS",
    context: "PANEL",
    url: "/customers/${id}/events",
    label,
  });
  const menus = (text: string) => text.split("row-menu").length - 1;
  const { text } = await get("/manage/store1/home");
  expect(menus(text)).toBe(store.shop.customers.length);
  expect(text).toContain("Its events");
  const address = /href="([^"]*row=2)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(framed(text)).toBeUndefined();
  expect(framed((await get(address)).text)).toContain(encodeURIComponent("/customers/2/events"));
  expect(framed((await get(address.replace("row=2", "row=x"))).text)).toBeUndefined();
  store.owner.locale = "fr-FR";
  expect((await get("/manage/store1/home")).text).toContain("Ses événements");
  await post("/manage/store1/remove-user", { user: String(STAFF) });
  expect(menus((await get(`/manage/store1/home?user=${STAFF}`)).text)).toBe(0);
  expect(framed((await get(`${address}&user=${STAFF}`)).text)).toBeUndefined();
});

test("the stylesheet and the script are served as such", async () => {
  const { get } = openPanel("One");
  expect((await get("/panel/panel.css")).response.headers.get("content-type")).toContain("text/css");
  for (const name of ["panel.js", "app-channel.js"])
    expect((await get(`/panel/${name}`)).response.headers.get("content-type")).toContain("text/javascript");
});
