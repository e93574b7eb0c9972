import { appIn, eventButtons, expect, goTo, switchOf, test, toggle } from "./fixtures.ts";

test("two stores in two tabs of one browser stay apart", async ({
  bigcommerce,
  context,
  newStore,
  openApp,
  page,
}) => {
  const [one, other] = await Promise.all([newStore(), newStore()]);
  const second = await context.newPage();
  const first = await openApp(one, { path: "/webhooks" });
  const inOther = await openApp(other, { path: "/webhooks", page: second });

  await page.bringToFront();
  await toggle(first, "Order created");
  await expect(first.getByText("Order created is off.")).toBeVisible();
  await second.bringToFront();
  await toggle(inOther, "Cart created");
  await expect(inOther.getByText("Cart created is on. First events can take a minute.")).toBeVisible();

  const scopesOf = async (store: typeof one) => (await bigcommerce.hooks(store)).map(({ scope }) => scope);
  expect(await scopesOf(one)).not.toContain("store/order/created");
  expect(await scopesOf(one)).not.toContain("store/cart/created");
  expect(await scopesOf(other)).toContain("store/order/created");
  expect(await scopesOf(other)).toContain("store/cart/created");

  await bigcommerce.fire(one, "store/customer/created", { data: { type: "customer", id: 1 } });
  await bigcommerce.fire(other, "store/customer/created", { data: { type: "customer", id: 2 } });
  await goTo(inOther, "Events");
  await expect(inOther.getByRole("button", { name: "Customer 2 was created" })).toBeVisible();
  await expect(eventButtons(inOther)).toHaveCount(1);
  await page.bringToFront();
  await goTo(first, "Events");
  await expect(first.getByRole("button", { name: "Customer 1 was created" })).toBeVisible();
  await expect(eventButtons(first)).toHaveCount(1);

  // A session of one store says nothing in the other.
  await goTo(first, "Settings");
  await expect(first.getByText(one.hash, { exact: true })).toBeVisible();
  await expect(first.getByText(other.hash)).toHaveCount(0);
});

test("a session of one store does not open another", async ({ api, newStore }) => {
  const [one, other] = await Promise.all([newStore(), newStore()]);
  for (const route of ["session", "events", "subscriptions", "overview", "settings"]) {
    expect((await api(one, route)).status, route).toBe(200);
    const stolen = await api({ ...other, cookie: one.cookie }, route);
    expect(stolen.status, route).toBe(401);
    expect(await stolen.json()).toMatchObject({ code: "SESSION_ENDED" });
  }
});

test("whoever starts the product finds the demo store with its webhooks and its past week", async ({
  page,
  product,
}) => {
  await page.goto(`${product.simulatorUrl}/`);
  await page.getByRole("link", { name: "Webhook Keeper" }).click();
  const app = appIn(page);
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
  await expect(app.getByText("All good", { exact: true })).toBeVisible();
  await expect(app.getByRole("link", { name: /^12 of \d+ webhooks on, view webhooks$/ })).toBeVisible();

  await goTo(app, "Webhooks");
  await expect(switchOf(app, "Order created")).toBeChecked();
  await goTo(app, "Events");
  await expect(eventButtons(app)).toHaveCount(50);
  await expect(app.getByText("Demo", { exact: true }).filter({ visible: true }).first()).toBeVisible();
  await app.getByRole("button", { name: "Older" }).click();
  await expect(app.getByRole("heading", { level: 2, name: /^Older than / })).toBeVisible();
});

test("the address that the start prints opens the demo store's app", async ({ page, product }) => {
  await page.goto(product.url);
  await expect(appIn(page).getByRole("heading", { level: 1 })).toHaveText(/^Overview/);
});
