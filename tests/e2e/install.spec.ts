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
  await expect(app.getByText("BigCommerce accepts this app's address")).toBeVisible();
  await expect(app.getByText(/^These are on already: .*Order created/)).toBeVisible();
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

test("a new merchant sees the first event come in, and goes on from there", async ({
  bigcommerce,
  newStore,
  openApp,
}) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/welcome" });
  await app.getByRole("button", { name: "Continue" }).click();
  await expect(app.getByRole("heading", { name: "Watch them arrive" })).toBeFocused();
  await expect(app.getByText("Waiting for your first event…")).toBeVisible();
  await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: 1023 } });
  await expect(app.getByText("Your first event arrived")).toBeVisible();
  await app.getByRole("link", { name: "View event" }).click();
  await expect(app.getByRole("heading", { level: 2, name: "Order 1023 was created" })).toBeVisible();
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
    await expect.poll(title).toBe(`${section} – Webhook Keeper`);
  }
});
