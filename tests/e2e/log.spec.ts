import { eventButtons, expect, goTo, rowOf, test, tick, type FrameLocator } from "./fixtures.ts";

const idsOf = (app: FrameLocator) => eventButtons(app).evaluateAll((buttons) => buttons.map(({ id }) => id));

test("300 events come as far as one scrolls, and each is seen exactly once", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/cart/converted", { count: 300 });
  await expect
    .poll(async () => {
      const { deliveries } = await bigcommerce.deliveries(store);
      return deliveries.filter(({ status }) => status === 200).length;
    })
    .toBe(300);

  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(50);
  const day = app.getByRole("rowheader", { name: "Today" });
  const top = (await day.boundingBox())?.y ?? 0;
  await eventButtons(app).last().scrollIntoViewIfNeeded();
  await expect.poll(() => eventButtons(app).count()).toBeGreaterThan(50);
  // The day stays in sight: it was not carried away with its rows.
  await expect(day).toBeInViewport();
  expect((await day.boundingBox())?.y).toBeLessThan(top);

  const more = app.getByRole("button", { name: "Show older events" });
  await expect(async () => {
    await eventButtons(app).last().scrollIntoViewIfNeeded();
    // It goes by itself when the scrolling has brought the rest.
    if (await more.isVisible()) await more.press("Enter", { timeout: 1_000 });
    await expect(app.getByText("That's everything.")).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(new Set(await idsOf(app)).size).toBe(300);
});

test("older events that do not come leave those above, and come when asked again", async ({
  bigcommerce,
  expectFailures,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/cart/converted", { count: 60 });
  await page.route(/\/api\/events\?.*cursor=/, (route) =>
    route.fulfill({ status: 500, contentType: "application/json", body: "{}" }),
  );
  expectFailures(/ 500 GET .*\/api\/events/, /status of 500/);
  await expect
    .poll(
      async () =>
        (await bigcommerce.deliveries(store)).deliveries.filter(({ status }) => status === 200).length,
    )
    .toBe(60);
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(50);
  await eventButtons(app).last().scrollIntoViewIfNeeded();
  await expect(app.getByText("Older events are taking longer than usual to load.")).toBeVisible();
  expect(await violations(), "partial").toEqual([]);
  await page.unrouteAll();
  await app.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(eventButtons(app)).toHaveCount(60);
});

test("a search that the database gives up on offers a shorter time", async ({
  expectFailures,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await page.route(/\/api\/events\?.*proof=/, (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        type: "about:blank",
        title: "",
        status: 503,
        code: "SEARCH_TIMED_OUT",
        detail: "",
      }),
    }),
  );
  expectFailures(/ 503 GET .*\/api\/events/, /status of 503/);
  const app = await openApp(store, { path: "/events?proof=both" });
  await expect(app.getByText("Search took too long")).toBeVisible();
  expect(await violations(), "timed out").toEqual([]);
  await page.unrouteAll();
  await app.getByRole("button", { name: "Last 24 hours" }).press("Enter");
  await expect(app.getByRole("heading", { name: "No events match these filters" })).toBeVisible();
});

test("the log is narrowed by group, by proof, and by what is typed", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 2, data: { type: "order", id: 8 } });
  await bigcommerce.fire(store, "store/customer/created", { data: { type: "customer", id: 12 } });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(3);

  await app.getByRole("button", { name: "More filters" }).click();
  await app.getByRole("combobox", { name: "Group" }).click();
  await app.getByRole("option", { name: "Customers and subscribers" }).click();
  await expect(eventButtons(app)).toHaveCount(1);
  await app.getByRole("button", { name: "Clear filters" }).click();
  await app.getByRole("combobox", { name: "Proof" }).click();
  await app.getByRole("option", { name: "Signature only" }).click();
  await expect(app.getByText(/^Your latest event \(.+\) doesn't match\./)).toBeVisible();
  await app.getByRole("button", { name: "Clear filters" }).first().click();

  const search = app.getByRole("searchbox", { name: "Search events" });
  for (const [text, count] of [
    ["customer:12", 1],
    ["group:orders order:8 proof:both", 2],
    ["hash:0000", 0],
  ] as const) {
    await search.fill(text);
    await page.keyboard.press("Enter");
    await expect(eventButtons(app)).toHaveCount(count);
  }
  await search.fill("");
  await page.keyboard.press("Enter");
  await search.blur();
  await search.focus();
  await expect(app.getByText("scope:store/order/*")).toBeVisible();
});

test("an open event tells what else happened to the same thing, and is copied for elsewhere", async ({
  bigcommerce,
  expectFailures,
  newStore,
  openApp,
  page,
}) => {
  const store = await newStore();
  const data = { type: "order", id: 4711 };
  await bigcommerce.fire(store, "store/order/created", { data });
  await bigcommerce.fire(store, "store/order/statusUpdated", { data });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(2);
  await rowOf(app, "store/order/created").getByRole("link", { name: "Order 4711 was created" }).click();
  const related = app.getByRole("list", { name: "Newest about Order 4711" });
  await expect(related.getByText("Order 4711 was created (shown now)")).toBeVisible();

  // A control panel that does not delegate the clipboard makes the app copy in the old way, and the browser says so.
  expectFailures(/The Clipboard API has been blocked/);
  await app.getByRole("button", { name: "Copy as a signed test request" }).click();
  await expect(app.getByText("Copied").first()).toBeVisible();

  await related.getByRole("button", { name: "Order 4711 changed status" }).click();
  await expect(app.getByRole("heading", { level: 2, name: "Order 4711 changed status" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(related).toBeHidden();
});

test("events are selected by key, and the selection is cleared", async ({
  bigcommerce,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/order/created", { count: 3 });
  const app = await openApp(store, { path: "/events" });
  await expect(eventButtons(app)).toHaveCount(3);
  await eventButtons(app).first().focus();
  for (const key of ["x", "j", "x"]) await page.keyboard.press(key);
  await expect(app.getByRole("group", { name: "2 events selected" })).toBeVisible();
  expect(await violations(), "selection").toEqual([]);
  await app.getByRole("button", { name: "Clear selection" }).press("Enter");
  await expect(app.getByRole("checkbox", { checked: true })).toHaveCount(0);
});

test("the log is filtered by event type", async ({ bigcommerce, newStore, openApp, page }) => {
  const store = await newStore();
  await bigcommerce.fire(store, "store/cart/converted", { count: 5 });
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
  const heading = app.getByRole("heading", { level: 2, name: /^Order \d+ was created/ });
  await expect(heading).toBeFocused();
  await expect(app.getByRole("region", { name: "Payload" })).toBeVisible();
  const before = await placesOf(app);

  await bigcommerce.fire(store, "store/customer/created");
  const button = app.getByRole("button", { name: "1 new event" });
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
  await expect(app.getByText("Arrived 2 times").first()).toBeAttached();
  await expect(app.getByText("2×", { exact: true })).toBeVisible();
  await app.getByRole("button", { name: "More filters" }).click();
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
    .locator("a[id^='event-'], h2")
    .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().top));
}
