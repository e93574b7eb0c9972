import {
  eventButtons,
  expect,
  flip,
  rowOf,
  test,
  type FrameLocator,
  type Locator,
  type Page,
  type Store,
} from "./fixtures.ts";

const PRODUCT_UPDATED = "store/product/updated";

/** The page of the control panel on which the shop is changed by hand. */
async function openShop(page: Page, store: Store): Promise<void> {
  await page.goto(new URL(`/manage/${store.hash}/home`, page.url()).href);
}

/** Sets the first product's price, as the shop's staff does. */
async function setPrice(page: Page, dollars: string): Promise<void> {
  await page.getByLabel("New price in dollars").fill(dollars);
  await Promise.all([
    page.waitForResponse(/\/shop\/change-price$/),
    page.getByRole("button", { name: "Change a price" }).click(),
  ]);
}

/** What the newest event of this type changed, as its panel tells. */
async function newestChanges(app: FrameLocator, scope: string, count: number): Promise<Locator> {
  await expect(rowOf(app, scope)).toHaveCount(count);
  await rowOf(app, scope).first().locator(eventButtons(app)).click();
  const section = app.getByRole("region", { name: "What changed" });
  await expect(section).toContainText(
    /Compared with |First time we've seen|Nothing we track|Change tracking is off/,
  );
  return section;
}

test("an event tells which price it changed, and from which status to which", async ({
  frameWidth,
  newStore,
  openApp,
  page,
  violations,
}) => {
  const store = await newStore();
  await openApp(store, { path: "/events" });
  await openShop(page, store);
  await setPrice(page, "10");
  // Whatever it cost before: from here on it is known to cost ten.
  await newestChanges(await openApp(store, { path: "/events" }), PRODUCT_UPDATED, 1);

  await openShop(page, store);
  await setPrice(page, "12");
  const app = await openApp(store, { path: "/events" });
  const section = await newestChanges(app, PRODUCT_UPDATED, 2);
  await expect(section.getByText("Price", { exact: true })).toBeVisible();
  await expect(section.getByText("USD 10.00 → 12.00")).toBeVisible();
  await expect(section.getByText(/^Compared with .+\.$/)).toBeVisible();
  expect(await violations(), "changes").toEqual([]);

  await openShop(page, store);
  await page.getByLabel("New status").selectOption({ label: "Disputed" });
  await Promise.all([
    page.waitForResponse(/\/shop\/change-status$/),
    page.getByRole("button", { name: "Change order status" }).click(),
  ]);
  const order = await newestChanges(
    await openApp(store, { path: "/events" }),
    "store/order/statusUpdated",
    1,
  );
  await expect(order.getByText(/^.+ → Disputed$/)).toBeVisible();
  await frameWidth(390);
  await expect(order.getByText(/^.+ → Disputed$/)).toBeVisible();
});

test("the owner switches the reading of changes off, and an event says so", async ({
  bigcommerce,
  newStore,
  openApp,
  violations,
}) => {
  const store = await newStore();
  const settings = await openApp(store, { path: "/settings/developer" });
  const reading = settings.getByRole("switch", { name: "Track what changed" });
  await expect(reading).toBeChecked();
  await expect(
    settings.getByText("Keeper can read orders, products, variants, categories and customers."),
  ).toBeVisible();
  await flip(reading);
  await expect(settings.getByText(/^Change tracking is off\./)).toBeVisible();
  expect(await violations(), "settings").toEqual([]);

  await bigcommerce.fire(store, PRODUCT_UPDATED, { data: { type: "product", id: 77 } });
  const app = await openApp(store, { path: "/events" });
  const section = await newestChanges(app, PRODUCT_UPDATED, 1);
  await expect(section.getByText("Change tracking is off.")).toBeVisible();
  await section.getByRole("link", { name: "Open Settings" }).click();
  await expect(app.getByRole("switch", { name: "Track what changed" })).not.toBeChecked();
});

test("staff see whether changes are read, and cannot switch it", async ({ newStore, openApp }) => {
  const store = await newStore();
  const app = await openApp(store, { path: "/settings/developer", user: "staff" });
  await expect(app.getByRole("switch", { name: "Track what changed" })).toBeDisabled();
});
