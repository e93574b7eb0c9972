import { testWithoutCookies } from "./cookies.ts";
import {
  appIn,
  eventButtons,
  expect,
  FRAME,
  test,
  type FrameLocator,
  type Page,
  type StoryFixtures,
} from "./fixtures.ts";
import type { Product } from "./product.ts";

/** Of this control panel, 400 pixels are the app's panel. */
const SCREEN = { width: 1_128, height: 900 };

type Told = Pick<StoryFixtures, "bigcommerce" | "newStore"> & { page: Page; product: Product };

/** Has something happen to the newest order and the one before, and opens the events of the newest one from its row. */
async function openFromOrder({ bigcommerce, newStore, page, product }: Told): Promise<FrameLocator> {
  const store = await newStore();
  await expect.poll(async () => (await bigcommerce.entries(store)).length).toBe(3);
  await page.setViewportSize(SCREEN);
  await page.goto(`${product.simulatorUrl}/manage/${store.hash}/home`);
  const row = page.locator("#orders tbody tr").first();
  const id = Number(await row.getByRole("rowheader").textContent());
  for (const each of [id, id - 1])
    await bigcommerce.fire(store, "store/order/created", { data: { type: "order", id: each } });
  await row.getByLabel(`Actions for order ${id}`).click();
  await row.getByRole("link", { name: "Events of this order" }).click();
  const app = appIn(page);
  await expect(app.getByRole("heading", { level: 1 })).toHaveText(/^Events/);
  await expect(eventButtons(app)).toHaveCount(1);
  await expect(eventButtons(app)).toHaveText(new RegExp(`Order ${id} was created`));
  return app;
}

test("one click from its row, an order's events stand beside the list, and a product's, of which there are none", async ({
  bigcommerce,
  newStore,
  page,
  product,
  violations,
  widthsFit,
}) => {
  const app = await openFromOrder({ bigcommerce, newStore, page, product });
  const width = () => page.locator(FRAME).evaluate((frame) => frame.clientWidth);
  expect(Math.round(await width())).toBe(400);
  expect(await violations()).toEqual([]);
  await eventButtons(app).click();
  await expect(app.getByRole("heading", { name: /was created/ })).toBeVisible();
  await widthsFit();
  await page.getByLabel("Full width").check();
  await expect.poll(width).toBeGreaterThan(800);

  await page.getByRole("link", { name: "Close" }).click();
  const row = page.locator("#products tbody tr").first();
  await row.getByLabel(/^Actions for/).click();
  await row.getByRole("link", { name: "Events of this product" }).click();
  await expect(app.getByRole("heading", { name: "No events match" })).toBeVisible();
});

testWithoutCookies(
  "the panel works in a browser that refuses every cookie",
  async ({ bigcommerce, expectFailures, newStore, page, product }) => {
    // Before a page knows that its cookie was refused, it asks with none.
    expectFailures(/ 401 GET .*\/api\//, /status of 401/);
    await openFromOrder({ bigcommerce, newStore, page, product });
  },
);
