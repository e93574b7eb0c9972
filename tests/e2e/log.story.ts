import { eventButtons, expect, goTo, rowOf, test, tick, type FrameLocator } from "./fixtures.ts";

const idsOf = (app: FrameLocator) => eventButtons(app).evaluateAll((buttons) => buttons.map(({ id }) => id));

test("300 events are paged through, and each is seen exactly once", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/product/updated", { count: 300 });
  await expect
    .poll(async () => {
      const { deliveries } = await bigcommerce.deliveries(store);
      return deliveries.filter(({ status }) => status === 200).length;
    })
    .toBe(300);

  const app = await openApp(store, { path: "/events" });
  const pager = app.getByRole("navigation", { name: "Events: Pages" });
  const [newer, older] = [
    pager.getByRole("button", { name: "Newer" }),
    pager.getByRole("button", { name: "Older" }),
  ];
  await expect(eventButtons(app)).toHaveCount(50);
  await expect(newer).toBeDisabled();
  const pages = [await idsOf(app)];
  for (let turn = 1; turn < 6; turn++) {
    await older.click();
    await expect.poll(() => idsOf(app)).not.toEqual(pages.at(-1));
    pages.push(await idsOf(app));
  }
  await expect(older).toBeDisabled();
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 50, 50, 50, 50]);
  expect(new Set(pages.flat()).size).toBe(300);

  await newer.click();
  await expect.poll(() => idsOf(app)).toEqual(pages[4]);
});

test("the log is filtered by event type", async ({ bigcommerce, newStore, openApp, page }) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/product/updated", { count: 5 });
  await bigcommerce.fire(store, "store/order/created", { count: 2 });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(7);

  await app.getByRole("button", { name: "Event types: all" }).click();
  const picker = app.getByRole("dialog", { name: "Choose event types" });
  await expect(picker.getByPlaceholder("Find")).toBeFocused();
  await page.keyboard.type("order created");
  await tick(picker.getByRole("checkbox", { name: "Order created", exact: true }));
  await page.keyboard.press("Escape");
  await expect(app.getByRole("button", { name: "Event types: 1" })).toBeFocused();
  await expect(eventButtons(app)).toHaveCount(2);

  await app.getByRole("button", { name: "Clear filters" }).click();
  await expect(eventButtons(app)).toHaveCount(7);
});

test("an order is found by its number, and everything about it from its row", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 4 });
  const data = { type: "order", id: 4711 };
  await bigcommerce.fire(store, "store/order/created", { data });
  await bigcommerce.fire(store, "store/order/statusUpdated", { data });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(6);

  await app.getByRole("searchbox", { name: "Search events" }).fill("4711");
  await page.keyboard.press("Enter");
  await expect(eventButtons(app)).toHaveCount(2);
  await app.getByRole("button", { name: "Clear filters" }).click();
  await expect(eventButtons(app)).toHaveCount(6);

  await app.getByRole("button", { name: "All about Order 4711" }).first().click();
  await expect(eventButtons(app)).toHaveCount(2);
  await app.getByRole("searchbox", { name: "Search events" }).fill("no such thing");
  await page.keyboard.press("Enter");
  await expect(app.getByRole("heading", { name: "No events match these filters" })).toBeVisible();
});

test("the log is filtered by time, and a reload shows the same", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const threeDaysAgo = Math.floor(Date.now() / 1000) - 3 * 86_400;
  await bigcommerce.fire(store, "store/order/created", { createdAt: threeDaysAgo });
  await bigcommerce.fire(store, "store/customer/created");
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(2);
  await app.getByRole("combobox", { name: "Time" }).click();
  await app.getByRole("option", { name: "Last 24 hours" }).click();
  await expect(eventButtons(app)).toHaveCount(1);
  await expect(rowOf(app, "store/customer/created")).toBeVisible();

  const address = await app.locator("html").evaluate(() => location.search);
  expect(address).toContain("time=24h");
  await openApp(store, { path: `/events${address}` });
  await expect(eventButtons(app)).toHaveCount(1);
  await app.getByRole("button", { name: "Clear filters" }).click();
  await expect(eventButtons(app)).toHaveCount(2);
});

test("a new event moves nothing while somebody reads another one", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 8 });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(8);
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
  await eventButtons(app).nth(2).click();
  const heading = app.getByRole("heading", { level: 2, name: /^Order \d+ was created$/ });
  await expect(heading).toBeFocused();
  await expect(app.getByRole("region", { name: "Payload" })).toBeVisible();
  const before = await placesOf(app);

  await bigcommerce.fire(store, "store/customer/created");
  const button = app.getByRole("button", { name: "Show 1 new event" });
  await expect(button).toBeVisible();
  expect(await placesOf(app)).toEqual(before);
  await expect(heading).toBeFocused();

  await button.click();
  await expect(eventButtons(app)).toHaveCount(9);
  await expect(rowOf(app, "store/customer/created")).toBeVisible();
  await expect(heading).toBeVisible();
  await expect(button).toBeHidden();
});

test("an event that comes twice is one row that says so", async ({ bigcommerce, newStore, openApp }) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { duplicate: true });
  await expect.poll(async () => (await bigcommerce.deliveries(store)).deliveries.length).toBe(2);
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(1);
  await expect(app.getByText("2 times").filter({ visible: true })).toBeVisible();
  await app.getByRole("combobox", { name: "Result" }).click();
  await app.getByRole("option", { name: "Arrived more than once" }).click();
  await expect(app.getByRole("group", { name: "Active filters" })).toBeVisible();
  await expect(eventButtons(app)).toHaveCount(1);
});

test("what came while the log was paused is there when it goes on", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/events" });
  await expect(app.getByText("Live", { exact: true })).toBeVisible();
  await app.getByRole("button", { name: "Pause" }).click();
  await expect(app.getByText("Paused", { exact: true })).toBeVisible();
  await bigcommerce.fire(store, "store/order/created");
  await expect
    .poll(async () => (await bigcommerce.deliveries(store)).deliveries.map(({ status }) => status))
    .toEqual([200]);
  await expect(eventButtons(app)).toHaveCount(0);
  await app.getByRole("button", { name: "Resume" }).click();
  await expect(eventButtons(app)).toHaveCount(1);
});

test("the events of one event type are a click away from its webhook", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 2 });
  await bigcommerce.fire(store, "store/customer/created");
  const app = await openApp(store, { path: "/webhooks" });
  await app.getByRole("link", { name: "Order created", exact: true }).click();
  await app.getByRole("link", { name: "View events" }).click();
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Events/);
  await expect(eventButtons(app)).toHaveCount(2);
  await goTo(app, "Events");
  await expect(eventButtons(app)).toHaveCount(3);
});

/** Where rows and panel stand on the screen, in pixels. */
function placesOf(app: FrameLocator): Promise<number[]> {
  return app
    .locator("button[id^='event-'], h2")
    .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().top));
}
