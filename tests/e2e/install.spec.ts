import { appIn, expect, flip, goTo, switchOf, test, tick, type FrameLocator } from "./fixtures.ts";

test("a merchant who confirms the permissions is told what to do first", async ({
  bigcommerce,
  newStore,
  page,
  product,
}) => {
  const store = await newStore({ isInstalled: false });
  await page.goto(`${product.simulatorUrl}/manage/${store.hash}/app`);
  await expect(page.getByText(`Webhook Keeper wants to connect to ${store.name}`)).toBeVisible();
  await page.getByRole("button", { name: "Confirm" }).click();

  const app = appIn(page);
  await expect(app.getByRole("heading", { level: 1 })).toHaveText("Welcome to Webhook Keeper");
  await expect(app.getByText(`${store.name} is connected`)).toBeVisible();
  await expect(app.getByText("Webhooks are registered with BigCommerce")).toBeVisible();
  await expect(app.getByText(/a message, called a webhook, whenever something happens/)).toBeVisible();
  await expect(app.getByText("Your store sends a message", { exact: true })).toBeVisible();
  await expect(app.getByText(/parcel\. 4 of 10 on\.$/)).toBeVisible();
  const scopes = (await bigcommerce.hooks(store)).map(({ scope }) => scope);
  expect(scopes).toContain("store/order/created");
});

test("a person says in Welcome that they are a developer, and changes it in Settings", async ({
  newStore,
  openApp,
}) => {
  const store = await newStore({ isPlain: true });
  const details = (app: FrameLocator) => app.getByRole("checkbox", { name: "Show technical details" });
  const welcome = await openApp(store, { path: "/welcome" });
  await expect(welcome.getByRole("heading", { name: "Are you a developer?" })).toBeVisible();
  await expect(details(welcome)).not.toBeChecked();
  await tick(details(welcome));
  const settings = await openApp(store, { path: "/settings" });
  await expect(details(settings)).toBeChecked();
  await flip(details(settings));
  await expect(details(settings)).not.toBeChecked();
  await expect(details(await openApp(store, { user: "staff", path: "/settings" }))).not.toBeChecked();
});

test("a new merchant finds a way on wherever nothing came yet, and the setup waits until it is finished", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore({ isFresh: true });
  const overview = await openApp(store);
  const card = (app: FrameLocator) => app.getByRole("region", { name: "Finish setup" });
  const sendTest = (app: FrameLocator) => app.getByRole("button", { name: "Send test event" });
  await expect(card(overview)).toBeVisible();
  await expect(sendTest(overview)).toBeVisible();
  await goTo(overview, "Events");
  await expect(sendTest(overview)).toBeVisible();
  await goTo(overview, "Overview");
  await card(overview).getByRole("link", { name: "Finish setup" }).click();

  const orders = overview.getByRole("checkbox", { name: "Orders and fulfillment" });
  await expect(orders).toHaveJSProperty("indeterminate", true);
  await expect(overview.getByRole("checkbox", { name: "Carts" })).toHaveJSProperty("indeterminate", true);
  expect(await violations()).toEqual([]);
  await flip(orders);
  await expect(orders).toBeChecked();
  await overview.getByRole("button", { name: "Turn on events" }).click();
  await expect(overview.getByText("6 event types turned on")).toBeVisible();
  await expect(overview.getByRole("heading", { name: "Watch them arrive" })).toBeFocused();

  // Left before anything came: the card leads to where they were.
  const later = await openApp(store);
  await card(later).getByRole("link", { name: "Finish setup" }).click();
  await expect(later.getByText("Waiting for your first event…")).toBeVisible();
  await sendTest(later).click();
  await expect(later.getByRole("dialog").getByRole("link", { name: "View event" })).toBeVisible();
  await later.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).first().click();

  await bigcommerce.fire(store, "store/product/updated", { data: { type: "product", id: 7 } });
  await expect(later.getByText("Product 7 was updated")).toBeVisible();
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 1023 } });
  await expect(later.getByText("Order 1023 was created")).toBeVisible();
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 1024 } });
  const events = later.locator("main");
  await expect
    .poll(async () => (await bigcommerce.deliveries(store)).deliveries.length)
    .toBeGreaterThanOrEqual(3);
  await expect(events.getByText("Order 1023 was created")).toBeVisible();
  await expect(events.getByText("Order 1024 was created")).toHaveCount(0);
  await later.getByRole("link", { name: "Go to overview" }).click();
  await expect(later.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
  await expect(card(later)).toHaveCount(0);
  await expect(card(await openApp(store))).toHaveCount(0);
});

test("a merchant who skips the setup is not asked again", async ({ newStore, openApp }) => {
  const store = await newStore({ isFresh: true });
  const app = await openApp(store);
  await app.getByRole("button", { name: "Skip setup" }).click();
  await expect(app.getByRole("region", { name: "Finish setup" })).toHaveCount(0);
  const again = await openApp(store);
  await expect(again.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
  await expect(again.getByRole("region", { name: "Finish setup" })).toHaveCount(0);
});

for (const user of ["owner", "staff"] as const) {
  test(`the ${user} opens the app and finds the webhooks that are on`, async ({ newStore, openApp }) => {
    const store = await newStore();
    const app = await openApp(store, { user });
    await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
    await goTo(app, "Webhooks");
    await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Webhooks/);
    await expect(app.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(switchOf(app, "Order created")).toBeChecked();
  });
}

test("each page says in the tab's title what it is", async ({ newStore, openApp }) => {
  const store = await newStore();
  const app = await openApp(store);
  for (const section of ["Webhooks", "Events", "Settings", "Overview"] as const) {
    await goTo(app, section);
    await expect(app.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${section}`));
    const title = () => app.locator("html").evaluate(() => document.title);
    const page = section === "Settings" ? "Settings: General" : section;
    await expect.poll(title).toBe(`${page} – Webhook Keeper`);
  }
});
